import { afterEach, describe, expect, it } from 'vitest';
import { designChanges } from '#core/design/changes/design-changes.ts';
import { createDesign } from '#core/design/defaults.ts';
import { draftRequest } from '#core/engine/draft/draft-prompt.ts';
import { createDemoModel } from '#core/llm/demo/demo-model.ts';
import { createScriptedModel } from '#core/llm/scripted-model.ts';
import type { LanguageModel } from '#core/llm/language-model.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { draftingModel, draftingModels } from './draft-actions.ts';
import { fixedPromptTokens } from './draft-cost.ts';
import { smallDesign } from './testing/small-design.ts';
import { openTestTab, type TestTab } from './testing/test-tab.ts';

const tabs: TestTab[] = [];

async function openTab(model: LanguageModel = createDemoModel(), models?: unknown) {
  const tab = openTestTab({ database: await openEmptyDatabase(), model });
  tabs.push(tab);
  await tab.documents.openDesign(
    models === undefined ? smallDesign() : smallDesign({ models }),
    [],
  );
  const draft = () => tab.stores.drafts.getState();
  return { tab, draft, design: () => tab.stores.design.getState() };
}

function allChanges({ stores }: TestTab): ReadonlySet<string> {
  const { base, draft } = stores.drafts.getState();
  if (base === undefined || draft === undefined) throw new Error('There is no draft.');
  return new Set(designChanges(base, draft.design).map(({ id }) => id));
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('a described design', () => {
  it('lands as a document of its own, in one step', async () => {
    const { tab, draft, design } = await openTab();
    const before = design().documentId;
    tab.drafts.open('describe');
    tab.drafts.setText('describe', 'Bikes: customer, date, price and a note');
    await tab.drafts.ask();
    expect(draft().status).toBe('ready');
    expect(design().documentId).toBe(before);
    await tab.drafts.take(allChanges(tab));
    expect(design().documentId).not.toBe(before);
    expect(design().design.columns.map(({ name }) => name)).toEqual([
      'customer',
      'date',
      'price',
      'note',
    ]);
    expect(design().design.brief).toBe('Bikes: customer, date, price and a note');
    expect(design().past).toHaveLength(1);
    expect(draft()).toMatchObject({ status: 'writing', texts: { describe: '' } });
    expect(tab.stores.view.getState().dialog).toBeUndefined();
  });
});

describe('who drafts', () => {
  const models = [
    { alias: 'writer', provider: 'openai', model: 'm' },
    { alias: 'stand-in', provider: 'demo', model: '' },
  ];

  it('is the model that writes the rows, until the user chooses another of the design', async () => {
    const { tab, draft } = await openTab(createDemoModel(), models);
    tab.drafts.setText('describe', 'Bikes: customer and price');
    await tab.drafts.ask();
    expect(tab.stores.view.getState().dialog).toMatchObject({ kind: 'models', alias: 'writer' });
    tab.drafts.setModel('stand-in');
    await tab.drafts.ask();
    expect(draft()).toMatchObject({ status: 'ready', model: { provider: 'demo' } });
  });

  it('may always be the demo model', () => {
    const design = createDesign({ models: models.slice(0, 1) });
    expect(draftingModels(design).map(({ alias }) => alias)).toEqual(['writer', 'demo']);
    expect(draftingModel(design, 'demo')).toMatchObject({ provider: 'demo' });
    expect(draftingModel(design, 'gone')).toMatchObject({ alias: 'writer' });
  });
});

describe('an edit', () => {
  it('lands in part, and one undo takes it back', async () => {
    const { tab, design } = await openTab();
    const before = design().design;
    tab.drafts.open('edit');
    tab.drafts.setText('edit', 'Add a rating and a city');
    await tab.drafts.ask();
    await tab.drafts.take(new Set(['columns/rating']));
    const names = design().design.columns.map(({ name }) => name);
    expect(names).toEqual([...before.columns.map(({ name }) => name), 'rating']);
    design().actions.undo();
    expect(design().design).toEqual(before);
  });

  it('is not laid over a design that was changed meanwhile', async () => {
    const { tab, design } = await openTab();
    tab.drafts.open('edit');
    tab.drafts.setText('edit', 'Add a rating');
    await tab.drafts.ask();
    design().actions.apply({ kind: 'set-field', field: 'rows', value: 99 });
    await tab.drafts.take(allChanges(tab));
    expect(design().design.columns.some(({ name }) => name === 'rating')).toBe(false);
    expect(tab.stores.view.getState().toasts.at(-1)?.text).toMatch(/changed meanwhile/);
  });
});

describe('a better prompt', () => {
  const judged = { row: 0, columnId: 'title' };

  async function ratedTab() {
    const opened = await openTab();
    const { tab } = opened;
    await tab.runs.generate();
    await tab.runEnded();
    await tab.rows.loadRows([0, 1, 2]);
    tab.edits.setDisliked([judged], true);
    tab.edits.edit([{ row: 1, columnId: 'title', value: 'Desk lamp' }]);
    await expect.poll(async () => (await tab.column('title'))[1]).toBe('Desk lamp');
    return opened;
  }

  it('tells the ratings with what stood under an edit, and changes the messages of that call alone', async () => {
    const { tab, draft, design } = await ratedTab();
    const titles = await tab.column('title');
    const before = design().design;
    tab.drafts.improve('write');
    tab.drafts.setText('prompt', 'Name the material.');
    await tab.drafts.ask();
    expect(draft()).toMatchObject({ status: 'ready', kind: 'prompt' });
    const told = draft().draft?.exchanges[0]?.messages.at(-1)?.content;
    expect(told).toContain(JSON.stringify({ column: 'title', value: titles[0] }));
    expect(told).toContain('"after":"Desk lamp","before":');
    expect(design().design).toEqual(before);
    await tab.drafts.take(allChanges(tab));
    const [call] = design().design.calls;
    expect(call?.messages[0]?.content).toMatch(/^Name a \{\{ kind \}\}\.\n\nName the material\./);
    expect({ ...call, messages: [] }).toEqual({ ...before.calls[0], messages: [] });
    expect({ ...design().design, calls: [] }).toEqual({ ...before, calls: [] });
    design().actions.undo();
    expect(design().design).toEqual(before);
  });

  it('has the disliked cells alone written again when that is chosen', async () => {
    const { tab } = await ratedTab();
    const before = await tab.column('title');
    tab.drafts.improve('write');
    tab.drafts.setText('prompt', 'Name the material.');
    await tab.drafts.ask();
    await tab.drafts.take(allChanges(tab), { andWriteAgain: true });
    await tab.runEnded();
    const after = await tab.column('title');
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  it('belongs to one call: another call begins with no answer', async () => {
    const { tab, draft } = await ratedTab();
    tab.drafts.improve('write');
    await tab.drafts.ask();
    tab.drafts.improve('other');
    expect(draft()).toMatchObject({ status: 'writing', draft: undefined, aboutId: 'other' });
  });
});

describe('a level of a topic tree', () => {
  it('goes below its column and covers each of its values, as often as is asked', async () => {
    const { tab, design } = await openTab();
    tab.drafts.growBelow('kind');
    await tab.drafts.ask();
    await tab.drafts.take(allChanges(tab));
    const below = design().design.columns.find(({ name }) => name === 'kind_case');
    expect(below?.fill).toMatchObject({ kind: 'subcategory', category: 'kind' });
    expect(below?.fill.kind === 'subcategory' && Object.keys(below.fill.values)).toEqual([
      'lamp',
      'chair',
    ]);
    tab.drafts.growBelow(below?.id ?? '');
    await tab.drafts.ask();
    await tab.drafts.take(allChanges(tab));
    expect(design().design.columns.at(-1)?.fill).toMatchObject({ category: below?.id });
  });

  it('says so when the column has no list of values any more', async () => {
    const { tab, draft } = await openTab();
    tab.drafts.growBelow('title');
    await tab.drafts.ask();
    expect(draft()).toMatchObject({
      status: 'failed',
      problem: { message: 'The column has no list of values any more.' },
    });
  });
});

describe('a model that cannot be asked', () => {
  it('opens Model settings with the reason and keeps the words', async () => {
    const models = [{ alias: 'writer', provider: 'openai', model: 'gpt-x' }];
    const { tab, draft } = await openTab(undefined, models);
    tab.drafts.setText('describe', 'My sentence.');
    await tab.drafts.ask();
    expect(tab.stores.view.getState().dialog).toMatchObject({
      kind: 'models',
      alias: 'writer',
      then: 'draft',
      reason: expect.stringMatching(/needs your API key/),
    });
    expect(draft().texts.describe).toBe('My sentence.');
  });

  it('says so in place, and keeps the words', async () => {
    const models = [
      { alias: 'writer', provider: 'ollama', model: 'm', endpoint: 'http://localhost:11434/v1' },
    ];
    const { tab, draft } = await openTab(undefined, models);
    tab.drafts.setText('describe', 'My sentence.');
    await tab.drafts.ask();
    expect(draft()).toMatchObject({ status: 'failed', texts: { describe: 'My sentence.' } });
    expect(draft().problem?.message).not.toBe('');
  });
});

describe('a question that is stopped', () => {
  it('closes its request and changes nothing', async () => {
    const model = createScriptedModel([{ kind: 'hang', text: '{' }], 'demo');
    const { tab, draft } = await openTab(model);
    tab.drafts.setText('describe', 'Anything.');
    const asked = tab.drafts.ask();
    await tab.until(() => model.openCount === 1);
    tab.drafts.stop();
    await asked;
    await tab.until(() => model.openCount === 0);
    expect(draft()).toMatchObject({ status: 'writing', texts: { describe: 'Anything.' } });
  });
});

describe('the estimate', () => {
  it('knows the fixed part of every request to a tenth', () => {
    for (const kind of ['describe', 'edit', 'axes', 'level'] as const) {
      const { messages, schema } = draftRequest({
        task: { kind, text: '', columns: [], year: 2026 },
        design: createDesign(),
      });
      const length = messages.reduce((sum, { content }) => sum + content.length, 0);
      const tokens = (length + JSON.stringify(schema?.schema).length) / 4;
      expect(fixedPromptTokens[kind] / tokens).toBeGreaterThan(0.9);
      expect(fixedPromptTokens[kind] / tokens).toBeLessThan(1.1);
    }
    const task = {
      kind: 'prompt' as const,
      text: '',
      callId: 'write',
      messages: [],
      ratings: { liked: [], disliked: [], edited: [] },
    };
    const { messages, schema } = draftRequest({ task, design: createDesign() });
    const length = messages.reduce((sum, { content }) => sum + content.length, 0);
    const tokens = (length + JSON.stringify(schema?.schema).length) / 4;
    expect(Math.abs(fixedPromptTokens.prompt / tokens - 1)).toBeLessThan(0.1);
  });
});
