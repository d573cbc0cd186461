import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import { storedRun } from './stored-run.ts';

const design = (tries?: number) =>
  designSchema.parse({
    version: 1,
    rows: 4,
    models: [{ alias: 'm' }],
    calls: [
      {
        id: 'judge',
        name: 'judge',
        model: 'm',
        output: {
          kind: 'judge',
          scores: [{ name: 's', least: 2, options: [{ value: 1 }, { value: 2 }] }],
          ...(tries === undefined ? {} : { tries }),
        },
      },
    ],
  });

/** A run of which a judge has had two rows written again. */
const checkpoint = foldJournal([
  { kind: 'run', version: 1, runId: 'r', design: {}, rowCount: 4, startedAtMs: 0 },
  ...['write', 'judge'].flatMap((callId) => [
    {
      kind: 'again',
      callId,
      byJudge: true,
      cells: [
        { row: 0, columnIds: ['t'] },
        { row: 2, columnIds: ['t'] },
      ],
    },
    { kind: 'intent', requestId: callId, callId, rows: [0, 2], attempt: 1 },
  ]),
]);
const scores = { passedRows: 3, lowRows: 1 };
const summary = { finishedRows: 4, failedRows: 0, scores };

describe('a stored run whose rows were judged', () => {
  it('still says how many rows score high enough, and whether its cap of tries is used up', () => {
    expect(storedRun(checkpoint, design(6), { summary }).judged).toMatchObject({
      ...scores,
      cappedRows: 1,
      tries: { made: 6, most: 6 },
    });
    expect(storedRun(checkpoint, design(8), { summary }).judged).toMatchObject({
      cappedRows: 0,
      tries: { made: 6, most: 8 },
    });
    expect(storedRun(checkpoint, design(), { summary }).judged).toMatchObject(scores);
  });

  it('says nothing of scores where no judge asks for a least one', () => {
    const counted = { finishedRows: 4, failedRows: 0 };
    expect(storedRun(checkpoint, design(), { summary: counted }).judged).toBeUndefined();
  });
});
