import { describe, expect, it } from 'vitest';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { foldJournal, resumeDataset } from '#core/engine/checkpoint.ts';
import type { RunEvent } from '#core/engine/run-event.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import { jokesDesign, jokesModel, judgedRun } from './testing/judged-run.ts';

const isRound = ({ kind }: RunEvent): boolean => kind === 'round-started';

const tasksOf = (tasks: readonly RowTask[], callId: string) =>
  tasks.filter((task) => task.callId === callId);

describe('a judge with a least score', () => {
  it('has rows below it written and judged again, and no others', async () => {
    const model = jokesModel((row, version) => (row === 1 && version < 3 ? 1 : 3));
    const { end, column } = await judgedRun(model);
    expect(end).toMatchObject({
      end: { kind: 'complete' },
      finishedRows: 4,
      judged: { rewrittenRows: 1, lowRows: 0 },
    });
    expect(column('joke')).toEqual(
      [0, 1, 2, 3].map((row) => `joke ${row} version ${row === 1 ? 3 : 1}`),
    );
    expect(column('wit')).toEqual([3, 3, 3, 3]);
  });

  it('tells the writer what the judge has said, and what the row held', async () => {
    const model = jokesModel((row, version) => (row === 2 && version === 1 ? 2 : 3));
    await judgedRun(model);
    const again = tasksOf(model.tasks, 'write').at(-1);
    expect(again?.rows).toMatchObject([
      {
        row: 2,
        corrections: ['wit was scored 2, and 3 is needed: Because of 1.'],
        replaces: { joke: ['joke 2 version 1'] },
      },
    ]);
  });

  it('writes what follows from the text again, which may come out the same', async () => {
    const model = jokesModel((row, version) => (row === 0 && version === 1 ? 1 : 3));
    const { column } = await judgedRun(model);
    expect(tasksOf(model.tasks, 'mood').at(-1)?.rows).toMatchObject([{ row: 0 }]);
    expect(column('mood')).toEqual(['dry', 'dry', 'dry', 'dry']);
  });

  it.each([0, 1, 3])(
    'gives up after %d rewritings and says how many are still too low',
    async (rewrites) => {
      const model = jokesModel((row) => (row < 2 ? 1 : 3));
      const { end, events } = await judgedRun(model, { judge: { rewrites } });
      expect(events.filter(({ kind }) => kind === 'round-started')).toHaveLength(rewrites);
      expect(end).toMatchObject({
        end: { kind: 'complete' },
        judged: { rewrittenRows: rewrites === 0 ? 0 : 2, lowRows: 2 },
      });
    },
  );

  it('leaves rows that stay too low out of files when it is told to', async () => {
    const model = jokesModel((row) => (row === 3 ? 2 : 3));
    const { dataset } = await judgedRun(model, { judge: { rewrites: 1, whenLow: 'drop' } });
    expect([0, 1, 2, 3].map(createLeftOut(dataset) ?? (() => false))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('keeps the earlier text when the run is stopped while rows are written again', async () => {
    const model = jokesModel(() => 1);
    const { end, column } = await judgedRun(model, { stopAt: isRound });
    expect(end).toMatchObject({ end: { kind: 'stopped' }, judged: { lowRows: 4 } });
    expect(column('joke')).toEqual([0, 1, 2, 3].map((row) => `joke ${row} version 1`));
  });

  it('comes back from the journal with the texts that were written last', async () => {
    const model = jokesModel((row, version) => (row === 1 && version === 1 ? 1 : 3));
    const { journal, column } = await judgedRun(model);
    const created = createDataset(jokesDesign());
    if (!created.ok) throw new Error('The design is sound.');
    created.value.plan(4);
    resumeDataset(created.value, foldJournal(journal.records));
    expect([0, 1, 2, 3].map((row) => created.value.store.value('joke', row))).toEqual(
      column('joke'),
    );
  });

  it('is shown what it judges and nothing else, without the rules for writers', async () => {
    const model = jokesModel(() => 3);
    await judgedRun(model);
    const [task] = tasksOf(model.tasks, 'judge');
    expect(task).toMatchObject({ isJudging: true, rules: [], avoid: [] });
    expect(task?.rows[0]?.facts).toEqual({ joke: 'joke 0 version 1' });
    expect(task?.fields).toMatchObject([
      {
        name: 'quality',
        type: 'object',
        fields: [
          {
            name: 'wit',
            fields: [
              { name: 'reasoning', type: 'text' },
              { name: 'score', type: 'integer', values: ['1', '2', '3'], description: '3: funny' },
            ],
          },
        ],
      },
    ]);
  });

  it('takes no score that is none of the options', async () => {
    let asked = 0;
    const model = jokesModel(() => ((asked += 1) > 4 ? 3 : 7));
    const { column, end } = await judgedRun(model);
    expect(end.end.kind).toBe('complete');
    expect(column('wit')).toEqual([3, 3, 3, 3]);
  });
});
