import { afterEach, describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import { fittingRows } from './fitting-rows.ts';
import { titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const config = `
# Questions about towns
num_samples: 4
strategy_params:
  input_data:
    - path: data/towns.csv
      attribute_map: {Town: town}
  input_documents:
    - {path: "notes/*.txt", id: note}
  generated_attributes:
    - id: question
      instruction_messages: [{role: USER, content: "Ask about {town}. {note}"}]
inference_config: {model: {model_name: m}, engine: OPENAI, generation: {temperature: 1.0}}
`;

const tabs: TestTab[] = [];

async function openTab(): Promise<TestTab> {
  const database = await openEmptyDatabase();
  const tab = openTestTab({
    database,
    smallStorage: createSmallStorage(),
    model: { ...titleWriter(0), id: 'demo' },
  });
  tabs.push(tab);
  return tab;
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

const yaml = () => new File([config], 'towns_synth.yaml');
const towns = () => new File(['Town,Size\nBonn,1\nKöln,2\n'], 'towns.csv');
const notes = () => [new File(['One.'], 'a.txt'), new File(['Two.'], 'b.txt')];
const designOf = (tab: TestTab) => tab.stores.design.getState().design;
const rowsOf = (tab: TestTab) => designOf(tab).sources.map(({ rows }) => rows);
const lastToast = (tab: TestTab) => tab.stores.view.getState().toasts.at(-1);

const talk = `
strategy_params:
  input_examples: [{examples: [{town: Bonn}]}]
  multiturn_attributes:
    - id: talk
      min_turns: 1
      max_turns: 1
      available_tools: [opening]
      role_instruction_messages: {USER: "You are in {town}.", ASSISTANT: You help.}
environment_config_path: tools/desk.yaml
inference_config: {model: {model_name: m}, engine: OPENAI, generation: {temperature: 1.0}}
`;
const desk = `
environments:
  - id: desk
    env_type: deterministic
    tools: [{id: opening, name: opening, description: When it is open}]
    env_kwargs: {lookup_table: {opening: [{input: {}, output: nine to five}]}}
`;

describe('a file of environments', () => {
  it('goes to the configuration that asks for it, dropped beside it or later, whatever it is called', async () => {
    const tab = await openTab();
    const files = [new File([desk], 'desk.yaml'), new File([talk], 'talk_synth.yaml')];
    await tab.documents.openFiles(files);
    expect(designOf(tab)).toMatchObject({ dialect: 'oumi', environments: [{ id: 'desk' }] });
    expect(tab.stores.design.getState().diagnostics).toEqual([]);
    expect(lastToast(tab)?.text).toBe('desk.yaml attached: 1 tool.');
    lastToast(tab)?.action?.perform();
    expect(tab.stores.design.getState().diagnostics.map(({ code }) => code)).toEqual([
      'environments-missing',
    ]);
    await tab.documents.openFiles([new File([desk], 'other.yml')]);
    expect(tab.stores.design.getState().diagnostics).toEqual([]);
  });

  it('that cannot be read changes nothing, and says where', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([new File([talk], 'talk_synth.yaml')]);
    const before = designOf(tab);
    await tab.documents.openFiles([new File(['environments:\n  - {id: a}\n'], 'desk.yaml')]);
    expect(designOf(tab)).toBe(before);
    expect(lastToast(tab)?.text).toContain('desk.yaml: Line 2:');
  });
});

describe('dropped files', () => {
  it('open a configuration, and go to the sources that ask for them', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([...notes(), towns(), yaml()]);
    expect(designOf(tab)).toMatchObject({ dialect: 'oumi', rows: 4 });
    expect(rowsOf(tab)).toEqual([
      [{ town: 'Bonn' }, { town: 'Köln' }],
      [{ note: 'One.' }, { note: 'Two.' }],
    ]);
    expect(tab.stores.design.getState().diagnostics).toEqual([]);
  });

  it('may come later, and until then there are no rows', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([yaml()]);
    expect(await tab.workers.evaluator.summary({})).toMatchObject({ rowCount: 0, finishedRows: 0 });
    const codes = tab.stores.design.getState().diagnostics.map(({ code }) => code);
    expect(codes).toContain('source-file-missing');
    await tab.documents.openFiles([towns()]);
    expect(rowsOf(tab)[0]).toHaveLength(2);
    expect(lastToast(tab)?.text).toBe('towns.csv attached to towns: 2 rows.');
  });

  it('are one step that can be undone', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([yaml()]);
    await tab.documents.openFiles([towns()]);
    lastToast(tab)?.action?.perform();
    expect(rowsOf(tab)[0]).toEqual([]);
  });

  it('that nobody asks for leave the design alone, and that is said', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([yaml()]);
    await tab.documents.openFiles([new File(['# Other'], 'other.md')]);
    expect(rowsOf(tab)).toEqual([[], []]);
    expect(lastToast(tab)?.text).toMatch(/^other\.md is not a design/);
  });

  it('under another name can be given to a source by hand', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([yaml()]);
    await tab.sourceFiles.attach('towns', [new File(['[{"Town":"Ulm"}]'], 'x.json')]);
    expect(rowsOf(tab)[0]).toEqual([{ town: 'Ulm' }]);
  });

  it('that lack a mapped field are refused with its name', async () => {
    const tab = await openTab();
    await tab.documents.openFiles([yaml()]);
    await tab.sourceFiles.attach('towns', [new File(['City\nUlm\n'], 'x.csv')]);
    expect(rowsOf(tab)[0]).toEqual([]);
    expect(lastToast(tab)?.text).toContain('no field “Town”');
  });
});

describe('fittingRows', () => {
  it('keeps the first rows that a design can hold', async () => {
    const tab = await openTab();
    const rows = Array.from({ length: 30_000 }, (_, n) => ({ n, text: 'x'.repeat(90) }));
    const kept = fittingRows(designOf(tab), rows);
    expect(kept.length).toBeGreaterThan(5_000);
    expect(JSON.stringify(kept).length).toBeLessThan(1_000_000);
    expect(kept).toEqual(rows.slice(0, kept.length));
    expect(fittingRows(designOf(tab), rows.slice(0, 10))).toHaveLength(10);
  });
});
