import { describe, expect, it } from 'vitest';
import type { DatasetDesign } from './design.ts';
import { restoreDesign } from './restore.ts';
import { constraintParts, constraintSentence } from './sentence.ts';

function designOf(rule: object): DatasetDesign {
  const columns = ['price', 'size', 'type', 'weight'].map((name, index) => ({
    id: `c${index}`,
    name,
    fill: 'uuid',
  }));
  const result = restoreDesign({ version: 1, columns, constraints: [rule] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.design;
}

function sentenceOf(rule: object): string {
  const design = designOf(rule);
  return constraintSentence(design.constraints[0]!, design);
}

describe('constraintSentence', () => {
  it.each([
    [{ kind: 'expression', expression: 'price > size' }, 'price > size'],
    [{ kind: 'range', column: 'price', low: 1, high: 5 }, 'price is between 1 and 5'],
    [{ kind: 'range', column: 'price', low: 0.1 }, 'price is at least 0.1'],
    [{ kind: 'range', column: 'price', high: 5 }, 'price is at most 5'],
    [{ kind: 'pattern', column: 'type', pattern: '[A-Z]+' }, 'type matches [A-Z]+'],
    [{ kind: 'length', column: 'type', low: 10, high: 30 }, 'type has 10 to 30 words'],
    [
      { kind: 'length', column: 'type', high: 80, unit: 'characters' },
      'type has at most 80 characters',
    ],
    [{ kind: 'unique', columns: ['type'] }, 'type is unique'],
    [
      { kind: 'unique', columns: ['type', 'size', 'price'] },
      'type, size and price together are unique',
    ],
    [
      { kind: 'correlation', x: 'size', y: 'price', low: 0.5, high: 0.9 },
      'price goes along with size, correlation between 0.5 and 0.9',
    ],
    [{ kind: 'linear', x: 'size', y: 'price', by: 'type' }, 'price grows with size per type'],
    [{ kind: 'monotone', x: 'size', y: 'price', direction: 'decreasing' }, 'price falls with size'],
    [
      {
        kind: 'ratio',
        column: 'price',
        by: 'type',
        of: 'QLED',
        to: 'OLED',
        low: 2,
        high: 3,
        at: 'size',
      },
      'QLED costs 2 to 3 × OLED at equal size',
    ],
    [
      { kind: 'ratio', column: 'weight', by: 'type', of: 'QLED', to: 'OLED', low: 2, high: 3 },
      'weight of QLED is 2 to 3 × that of OLED',
    ],
    [{ kind: 'share', column: 'type', value: 'QLED', share: 0.07 }, '7 % of rows have type QLED'],
  ])('states %j', (rule, sentence) => {
    expect(sentenceOf(rule)).toBe(sentence);
  });

  it('prefers the words of the author', () => {
    expect(sentenceOf({ kind: 'unique', columns: ['type'], sentence: 'Never twice.' })).toBe(
      'Never twice.',
    );
  });
});

describe('constraintParts', () => {
  it('keeps columns as ids', () => {
    const design = designOf({ kind: 'linear', x: 'size', y: 'price', by: 'type' });
    expect(constraintParts(design.constraints[0]!, design)).toEqual([
      { kind: 'column', columnId: 'c0' },
      { kind: 'text', text: ' grows with ' },
      { kind: 'column', columnId: 'c1' },
      { kind: 'text', text: ' per ' },
      { kind: 'column', columnId: 'c2' },
    ]);
  });
});
