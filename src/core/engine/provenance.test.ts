import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.ts';
import { provenanceColumns } from './provenance.ts';
import { openFilled, titlesDesign } from './testing/titles-design.ts';

function open(): Dataset {
  const dataset = openFilled(titlesDesign({ seed: 4711, rows: 3 }));
  const maker = { madeBy: 'openai', model: 'gpt-4.1-nano', requestId: 'r1' };
  dataset.commit('c', [{ row: 0, cells: { t: 'One' }, ...maker }]);
  dataset.restoreAccepted('c', [{ row: 1, cells: { t: 'Two' }, madeBy: 'openai' }]);
  return dataset;
}

function lines(dataset: Dataset) {
  const columns = provenanceColumns(dataset, [{ id: 't', name: 'name' }]);
  return [0, 1, 2].map((row) =>
    Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)])),
  );
}

describe('provenanceColumns', () => {
  it('tells row, seed, provider, model and request, null where nothing is known', () => {
    expect(lines(open())).toEqual([
      {
        _row: 1,
        _seed: 4711,
        _copy_provider: 'openai',
        _copy_model: 'gpt-4.1-nano',
        _copy_request: 'r1',
        _edited: [],
      },
      expect.objectContaining({ _row: 2, _copy_provider: 'openai', _copy_request: null }),
      expect.objectContaining({ _row: 3, _copy_provider: null, _copy_model: null }),
    ]);
  });

  it('names the columns that were changed by hand as the file does, locked ones included', () => {
    const dataset = open();
    const mark = { value: 'Mine', isEdited: true, isLocked: true } as const;
    dataset.setMarks({
      cells: { t: { 0: mark, 1: { value: 'Two', isLocked: true } } },
      excluded: [],
    });
    expect(lines(dataset).map(({ _edited }) => _edited)).toEqual([['name'], [], []]);
  });

  it('keeps what it knows when what models wrote is carried on', () => {
    const dataset = open();
    const [row] = dataset.accepted().c ?? [];
    expect(row).toMatchObject({ row: 0, model: 'gpt-4.1-nano', requestId: 'r1' });
  });
});
