import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';

const first =
  'A slim frame and a matte back with no logo; the price leaves room for good speakers and a shelf.';
const alike =
  'A slim frame and a matte back with no logo; the price leaves room for good speakers and a stand.';

function datasetOf(fill: object = {}, variety: object = {}): Dataset {
  const created = createDataset(
    designSchema.parse({
      version: 1,
      variety,
      columns: [{ id: 'text', name: 'text', fill: { kind: 'generated', call: 'w', ...fill } }],
      models: [{ alias: 'writer' }],
      calls: [{ id: 'w', name: 'W', model: 'writer' }],
    }),
  );
  if (!created.ok) throw new Error('The design is sound.');
  created.value.plan(5);
  return created.value;
}

/** Offers without storing, as parallel requests do. */
function offer(dataset: Dataset, row: number, text: string) {
  const [verdict] = dataset.offer('w', [{ row, values: { text } }]);
  return verdict;
}

describe('near repeats of long texts', () => {
  it('are refused with the other text named, also before that one is stored', () => {
    const dataset = datasetOf();
    expect(offer(dataset, 0, first)?.kind).toBe('accepted');
    expect(offer(dataset, 1, alike)).toMatchObject({
      kind: 'rejected',
      isRepeat: true,
      reasons: [expect.stringMatching(/^text: is \d\d % like “A slim frame.*” of row 1\./)],
    });
  });

  it('are kept after two refusals, so that the rows are as many as wanted', () => {
    const dataset = datasetOf();
    offer(dataset, 0, first);
    const kinds = [1, 2, 3].map(() => offer(dataset, 1, alike)?.kind);
    expect(kinds).toEqual(['rejected', 'rejected', 'accepted']);
  });

  it('pass where the check is off, for the design or for the column', () => {
    for (const dataset of [datasetOf({}, { askAgain: 0 }), datasetOf({ repeats: 'allow' })]) {
      offer(dataset, 0, first);
      expect(offer(dataset, 1, alike)?.kind).toBe('accepted');
    }
  });

  it('are free again when the row that held the text is given up', () => {
    const dataset = datasetOf();
    offer(dataset, 0, first);
    dataset.release('w', [0]);
    expect(offer(dataset, 1, alike)?.kind).toBe('accepted');
  });
});

describe('short texts', () => {
  it('may repeat unless the column says otherwise', () => {
    const dataset = datasetOf();
    offer(dataset, 0, 'Emma');
    expect(offer(dataset, 1, 'Emma')?.kind).toBe('accepted');
  });

  it('differ in more than case, signs, digits and blanks where the column asks for it', () => {
    const dataset = datasetOf({ repeats: 'same' });
    offer(dataset, 0, 'Emma Stone');
    expect(offer(dataset, 1, 'EMMA  stone, 2')?.kind).toBe('rejected');
    expect(offer(dataset, 2, 'Emma Stern')?.kind).toBe('accepted');
  });

  it('may come as spare values: the first that is free is taken', () => {
    const dataset = datasetOf({ repeats: 'same' });
    offer(dataset, 0, 'Emma');
    offer(dataset, 1, 'Emma');
    const task = dataset.prepare({ callId: 'w', rows: [1], attempt: 2, corrections: {} });
    expect(task.fields.map(({ name }) => name)).toEqual(['text', 'text_alternatives']);
    const values = { text: 'emma', text_alternatives: ['EMMA', 'Noah', 'Mia'] };
    expect(dataset.offer('w', [{ row: 1, values }])).toEqual([
      { kind: 'accepted', row: 1, cells: { text: 'Noah' } },
    ]);
  });
});

describe('a unique column with few values', () => {
  it('says that all are taken, and that no answer can do better', () => {
    const created = createDataset(
      designSchema.parse({
        version: 1,
        rows: 3,
        columns: [
          { id: 'text', name: 'text', fill: { kind: 'generated', call: 'w', values: ['a', 'b'] } },
        ],
        models: [{ alias: 'writer' }],
        calls: [{ id: 'w', name: 'W', model: 'writer' }],
        constraints: [{ id: 'u', kind: 'unique', columns: ['text'] }],
      }),
    );
    if (!created.ok) throw new Error('The design is sound.');
    created.value.plan(3);
    offer(created.value, 0, 'a');
    offer(created.value, 1, 'b');
    expect(offer(created.value, 2, 'a')).toMatchObject({
      isFinal: true,
      reasons: ['text: only 2 values are possible, and all are taken'],
    });
  });
});
