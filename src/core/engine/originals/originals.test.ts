import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { restoreDesign } from '#core/design/restore.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { carryOver } from '#core/engine/carry-over.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { buildPrompt } from '#core/llm/prompt.ts';

const names = ['Alba', 'Brisk', 'Corvo', 'Dune', 'Ember'];
const story =
  'A small lamp that stands on the desk of a night nurse and hums when it rains outside.';

function designOf(parts: object = {}): DatasetDesign {
  const restored = restoreDesign({
    ...createDesign({ rows: 8, seed: 3 }),
    models: [{ alias: 'm', provider: 'demo' }],
    sources: [
      {
        id: 'mine',
        name: 'mine.csv',
        kind: 'inline',
        rows: names.map((name, row) => ({
          Name: name,
          size: row * row + 1,
          kind: row < 3 ? 'a' : 'b',
          about: row === 0 ? story : `${name} is a lamp.`,
        })),
      },
    ],
    originals: {
      source: 'mine',
      fields: { name: 'Name', size: 'size', kind: 'kind', about: 'about' },
    },
    columns: [
      { id: 'name', name: 'name', fill: { kind: 'generated', call: 'c' } },
      { id: 'about', name: 'about', fill: { kind: 'generated', call: 'c' } },
      {
        id: 'size',
        name: 'size',
        type: 'integer',
        fill: { kind: 'number', distribution: { kind: 'integer', low: 90, high: 99 } },
      },
      {
        id: 'kind',
        name: 'kind',
        fill: { kind: 'category', values: [{ value: 'a' }, { value: 'b' }] },
      },
      {
        id: 'double',
        name: 'double',
        type: 'integer',
        fill: { kind: 'formula', expression: 'size * 2' },
      },
      { id: 'title', name: 'title', fill: { kind: 'template', template: '{{ name }}!' } },
    ],
    calls: [{ id: 'c', name: 'c', model: 'm' }],
    constraints: [{ id: 'u', kind: 'unique', columns: ['name'] }],
    ...parts,
  });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return restored.value.design;
}

function datasetOf(design: DatasetDesign): Dataset {
  const created = createDataset(design);
  if (!created.ok) throw new Error(created.error[0]?.message);
  return created.value;
}

function taskOf(dataset: Dataset) {
  dataset.begin(8);
  return dataset.prepare({ callId: 'c', rows: [5, 6], attempt: 1, corrections: {} });
}

describe('original rows', () => {
  it('stand first, locked, and what follows from them is derived', () => {
    const dataset = datasetOf(designOf());
    dataset.begin(8);
    expect(dataset.store.cell('name', 1)).toMatchObject({ value: 'Brisk', state: 'locked' });
    expect(dataset.store.value('size', 1)).toBe(2);
    expect(dataset.store.value('double', 1)).toBe(4);
    expect(dataset.store.value('title', 1)).toBe('Brisk!');
    expect(dataset.store.value('size', 5)).toBeGreaterThanOrEqual(90);
  });

  it('are not asked for, not written over and not taken into a journal', () => {
    const dataset = datasetOf(designOf());
    expect(dataset.begin(8).calls[0]?.pending).toEqual([5, 6, 7]);
    dataset.restoreAccepted('c', [{ row: 0, cells: { name: 'Other' } }]);
    dataset.clearGenerated();
    expect(dataset.store.value('name', 0)).toBe('Alba');
    expect(dataset.accepted()).toEqual({ c: [] });
  });

  it('are never repeated, not even nearly, however often a model offers it', () => {
    const dataset = datasetOf(designOf({ variety: { avoidRecent: 10, askAgain: 0 } }));
    dataset.begin(8);
    const near = story.replace('rains', 'snows');
    const offer = (name: string, about: string) =>
      dataset.offer('c', [{ row: 5, values: { name, about } }])[0];
    for (let time = 0; time < 4; time += 1)
      expect(offer('Fresh', near)).toMatchObject({ kind: 'rejected' });
    expect(offer('Alba', 'Something quite new about a lamp.')).toMatchObject({ kind: 'rejected' });
    expect(offer('Fresh', 'Something quite new about a lamp.')).toMatchObject({ kind: 'accepted' });
  });

  it('reach a request as a profile and a few whole rows', () => {
    const { likeness } = taskOf(datasetOf(designOf()));
    expect(likeness?.about).toContain('size: whole numbers from 1 to 17, mean 7');
    expect(likeness?.rows).toContainEqual({ name: 'Alba', about: story, size: 1, kind: 'a' });
    const text = buildPrompt(taskOf(datasetOf(designOf()))).messages[0]?.content;
    expect(text).toContain('The rows continue a dataset of 5 real rows.');
    expect(text).toContain('"Brisk"');
  });

  it('stay here when only the profile is sent, also in reasons', () => {
    const secret = {
      source: 'mine',
      fields: { name: 'Name', about: 'about', size: 'size' },
      shown: 0,
    };
    const dataset = datasetOf(designOf({ originals: secret }));
    dataset.begin(8);
    const near = story.replace('rains', 'snows');
    const verdict = dataset.offer('c', [{ row: 5, values: { name: 'Fresh', about: near } }])[0];
    expect(verdict).toMatchObject({ kind: 'rejected' });
    expect(JSON.stringify(verdict)).not.toContain('rains');
    const prompt = JSON.stringify(buildPrompt(taskOf(dataset)));
    expect(prompt).toContain('whole numbers from 1 to 17');
    for (const name of names) expect(prompt).not.toContain(name);
  });

  it('do not stay behind when the design no longer has them', () => {
    const before = datasetOf(designOf());
    before.begin(8);
    const after = datasetOf(designOf({ originals: undefined }));
    after.resize(8);
    after.fillRange(0, 8);
    carryOver(before, after);
    expect(after.store.state('name', 0)).toBe('empty');
    expect(after.store.value('size', 0)).toBeGreaterThanOrEqual(90);
  });
});
