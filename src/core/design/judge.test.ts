import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { checkDesign } from './check.ts';
import { judgedColumns } from './judged-columns.ts';
import { givenScores, lowScores } from './judge.ts';
import { referencesTo } from './references.ts';
import { restoreDesign } from './restore.ts';

const options = [{ value: 1 }, { value: 2 }];

function designOf(judge: JsonObject, columns: readonly JsonObject[] = []) {
  const restored = restoreDesign({
    version: 1,
    rows: 9,
    models: [{ alias: 'm' }],
    columns: [
      { name: 'topic', fill: { kind: 'category', values: ['a', 'b'] } },
      { name: 'text', fill: { kind: 'generated', call: 'write' } },
      { name: 'short', fill: { kind: 'template', template: '{{ text }}' } },
      { name: 'q', type: 'object', fill: { kind: 'generated', call: 'judge' } },
      ...columns,
    ],
    calls: [
      { id: 'write', name: 'write', model: 'm' },
      { id: 'judge', name: 'judge', model: 'm', output: { kind: 'judge', ...judge } },
    ],
  });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return restored.value.design;
}

const codesOf = (...given: Parameters<typeof designOf>) =>
  checkDesign(designOf(...given))
    .map(({ code, path }) => `${code} ${path.join('.')}`)
    .filter((line) => line.includes('judge'));

describe('the check of a judge', () => {
  it('is content with a rubric over a text', () => {
    expect(codesOf({ shows: ['text'], scores: [{ name: 's', options, least: 2 }] })).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a score twice',
      {
        scores: [
          { name: 's', options },
          { name: 's', options },
        ],
      },
      'judge-score calls.1.output.scores.1.name',
    ],
    [
      'an option twice',
      { scores: [{ name: 's', options: [{ value: 1 }, { value: '1' }] }] },
      'judge-options calls.1.output.scores.0.options',
    ],
    [
      'a least score among words',
      { shows: ['text'], scores: [{ name: 's', least: 1, options: [{ value: 'good' }] }] },
      'judge-least calls.1.output.scores.0.least',
    ],
    [
      'a least score that no option reaches',
      { shows: ['text'], scores: [{ name: 's', least: 3, options }] },
      'judge-least calls.1.output.scores.0.least',
    ],
    [
      'a least score over what no model has written',
      { shows: ['topic'], scores: [{ name: 's', least: 2, options }] },
      'judge-nothing-written calls.1.output',
    ],
    [
      'tries that are used up by the first ones',
      { shows: ['text'], scores: [{ name: 's', least: 2, options }], tries: 9 },
      'judge-tries calls.1.output.tries',
    ],
  ])('names %s', (_what, judge, found) => {
    expect(codesOf(judge)).toEqual([found]);
  });

  it('names a second column of the same judge', () => {
    const second = { name: 'q2', type: 'object', fill: { kind: 'generated', call: 'judge' } };
    expect(codesOf({ scores: [{ name: 's', options }] }, [second])).toEqual([
      'judge-columns calls.1.output',
    ]);
  });
});

describe('what is judged', () => {
  it('are the written columns that the judge reads, through derived ones too', () => {
    const design = designOf({ shows: ['topic', 'short'], scores: [{ name: 's', options }] });
    const judge = design.calls[1];
    expect(judge && judgedColumns(design, judge).map(({ name }) => name)).toEqual(['text']);
    expect(referencesTo(design, 'short').map(({ path }) => path.join('.'))).toEqual([
      'calls.1.output.shows.1',
    ]);
  });
});

describe('scores', () => {
  const value = {
    wit: { reasoning: 'Flat.', score: 1 },
    tone: { reasoning: 'Kind.', score: 'warm' },
    noise: 3,
  };

  it('are read from what a judge has written, and nothing else', () => {
    expect(givenScores(value)).toEqual([
      { name: 'wit', score: 1, reasoning: 'Flat.' },
      { name: 'tone', score: 'warm', reasoning: 'Kind.' },
    ]);
    expect([null, 'x', undefined].flatMap(givenScores)).toEqual([]);
  });

  it('are too low below the least, where there is one', () => {
    const scores = [
      { name: 'wit', description: '', options: [], least: 2 },
      { name: 'tone', description: '', options: [] },
    ];
    expect(lowScores({ scores }, value).map(({ name }) => name)).toEqual(['wit']);
  });
});
