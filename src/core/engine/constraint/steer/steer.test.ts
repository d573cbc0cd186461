import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { steeredRules, steeringSentence } from './steer-shares.ts';

const columns = [
  { id: 'type', name: 'type', fill: { kind: 'generated', call: 'a' } },
  { id: 'city', name: 'city', fill: { kind: 'generated', call: 'b' } },
];
const share = {
  id: 's',
  kind: 'share',
  column: 'type',
  value: 'OLED',
  share: 0.5,
  tolerance: 0.05,
};

function designOf(rule: object = {}, rows = 100) {
  return designSchema.parse({
    version: 1,
    rows,
    columns,
    calls: ['a', 'b'].map((id) => ({ id, name: id, model: 'writer' })),
    constraints: [{ ...share, ...rule }],
  });
}

/** Rows of which the first `having` are OLED, the others up to `written` are LCD, and the rest empty. */
function sentence(having: number, written: number, rows = 100): string | undefined {
  const design = designOf({}, rows);
  const [rule] = steeredRules(design, ['type']);
  const value = (_: string, row: number): JsonValue | undefined => {
    if (row >= written) return undefined;
    return row < having ? 'OLED' : 'LCD';
  };
  return steeringSentence(rule!, design, { value });
}

describe('steering by a share rule', () => {
  it('says where the rows stand and aims for what makes the share right at the end', () => {
    // 32 of 40 have it; 50 of 100 are wanted, so 18 of the 60 to come.
    expect(sentence(32, 40)).toBe(
      'So far 80 % of 40 rows have type OLED; aim for 30 % in the rows to come',
    );
  });

  it('aims for none and for all, never beyond', () => {
    expect(sentence(80, 90)).toContain('aim for 0 %');
    expect(sentence(0, 90)).toContain('aim for 100 %');
  });

  it('says nothing while the share is met, while few rows are written, and when none is left', () => {
    expect(sentence(21, 40)).toBeUndefined();
    expect(sentence(9, 9)).toBeUndefined();
    expect(sentence(10, 10)).toContain('100 %');
    expect(sentence(100, 100)).toBeUndefined();
  });

  it('is only for share rules of the prompt about a column that the call writes', () => {
    expect(steeredRules(designOf(), ['type'])).toHaveLength(1);
    expect(steeredRules(designOf(), ['city'])).toEqual([]);
    expect(steeredRules(designOf({ inPrompt: false }), ['type'])).toEqual([]);
  });
});
