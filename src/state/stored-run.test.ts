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

describe('a stored run whose design has changed since', () => {
  const write = { id: 'write', name: 'write', model: 'm' };
  const runOf = (written: number) =>
    foldJournal([
      {
        ...{ kind: 'run', version: 1, runId: 'r', rowCount: 2, startedAtMs: 0 },
        design: { calls: [write] },
      },
      { kind: 'intent', requestId: 'q', callId: 'write', rows: [0, 1], attempt: 1 },
      {
        ...{ kind: 'slice', requestId: 'q', callId: 'write' },
        rows: Array.from({ length: written }, (_, row) => ({ row, cells: { t: 'a' } })),
      },
    ]);
  const grown = designSchema.parse({
    ...{ version: 1, rows: 100, models: [{ alias: 'm' }] },
    calls: [write, { ...write, id: 'more', name: 'more' }],
  });
  const summary = { finishedRows: 0, failedRows: 0 };

  it('is over where it had written all, whatever is empty now', () => {
    expect(storedRun(runOf(2), grown, { summary }).status).toBe('complete');
  });

  it('can go on where it had not', () => {
    expect(storedRun(runOf(1), grown, { summary }).status).toBe('stopped');
  });
});
