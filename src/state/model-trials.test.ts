import { afterEach, describe, expect, it } from 'vitest';
import type { DatasetDesign } from '#core/design/design.ts';
import { createScriptedModel } from '#core/llm/scripted-model.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

async function tabWith(design: DatasetDesign, model = titleWriter()): Promise<TestTab> {
  const tab = openTestTab({ database: undefined, model });
  tabs.push(tab);
  await tab.documents.boot('');
  tab.stores.design.getState().actions.open({
    ...{ documentId: 'trial', origin: 'own', design, notices: [] },
  });
  await tab.until(() => tab.stores.dataset.getState().summary?.rowCount === design.rows);
  return tab;
}

const wish = { callId: 'write', model: { alias: 'writer', model: '' }, rowCount: 3 };

describe('a trial of a model', () => {
  it('has the first rows as the model wrote them, and leaves those of the dataset alone', async () => {
    const tab = await tabWith(smallDesign());
    const trial = await tab.trials.ask(wish);
    expect(trial.problem).toBeUndefined();
    expect(trial.rows).toEqual(
      [0, 1, 2].map((row) => ({ row, values: { title: `Title ${row}` } })),
    );
    expect(trial.cost).toEqual({ kind: 'free' });
    expect(await tab.column('title')).toEqual(Array.from({ length: 12 }));
  });

  it('asks for one row where an answer is taken whole', async () => {
    const [call] = smallDesign().calls;
    const text = smallDesign({ calls: [{ ...call, rowsPerRequest: 1, output: { kind: 'text' } }] });
    const model = createScriptedModel(() => ({ kind: 'text', text: 'A lamp' }));
    const tab = await tabWith(text, model);
    const sent = model.requests.length;
    const { rows } = await tab.trials.ask(wish);
    expect(rows).toEqual([{ row: 0, values: { title: 'A lamp' } }]);
    expect(model.requests).toHaveLength(sent + 1);
  });

  it('says why there is no answer', async () => {
    const tab = await tabWith(smallDesign({ rows: 0 }));
    expect((await tab.trials.ask(wish)).problem).toBe('There is no row to ask for yet.');
    const gone = { ...wish, model: { alias: 'nobody', model: 'm' } };
    expect((await tab.trials.ask(gone)).problem).toContain('“nobody”');
    const silent = await tabWith(
      smallDesign(),
      createScriptedModel(() => ({ kind: 'text', text: 'No.' })),
    );
    expect((await silent.trials.ask(wish)).problem).toContain('wrote no row');
  });
});
