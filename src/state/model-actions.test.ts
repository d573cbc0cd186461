import { afterEach, describe, expect, it } from 'vitest';
import { encodeShareLink } from '#core/codecs/share-link.ts';
import { openEmptyDatabase } from '#runtime/testing/memory-database.ts';
import type { ModelDraft } from './model-actions.ts';
import { smallDesign, titleWriter } from './testing/small-design.ts';
import { createSmallStorage, openTestTab, type TestTab } from './testing/test-tab.ts';

const key = 'sk-canary-0123456789abcdef';
const tabs: TestTab[] = [];

const draft: ModelDraft = {
  alias: 'writer',
  provider: 'openai-compatible',
  baseUrl: 'https://models.example.com/v1',
  model: 'm',
  concurrency: 3,
  key,
};

async function openTab(models?: unknown) {
  const database = await openEmptyDatabase();
  const written = new Map<string, string>();
  const smallStorage = {
    getItem: (name: string) => written.get(name) ?? null,
    setItem: (name: string, value: string) => void written.set(name, value),
  };
  const tab = openTestTab({ database, smallStorage, model: titleWriter() });
  tabs.push(tab);
  const design = models === undefined ? smallDesign() : smallDesign({ models });
  await tab.documents.boot(
    new URL((await encodeShareLink(design, 'https://rowsmith.test/')).link).hash,
  );
  return { tab, database, written };
}

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

describe('saving a model', () => {
  it('writes provider, model and address into the design and trusts the address', async () => {
    const { tab } = await openTab();
    expect(await tab.models.save(draft)).toEqual({});
    expect(tab.stores.design.getState().design.models).toEqual([
      {
        alias: 'writer',
        provider: 'openai-compatible',
        model: 'm',
        endpoint: 'https://models.example.com/v1',
      },
    ]);
    expect(tab.stores.settings.getState().trustedOrigins).toEqual(['https://models.example.com']);
    expect(await tab.models.hasKey(draft.baseUrl)).toBe(true);
  });

  it('leaves the key nowhere: no store, no storage, no link, no file, no history', async () => {
    const { tab, database, written } = await openTab();
    await tab.models.save(draft);
    await tab.models.test(draft);
    await tab.runs.generate();
    await tab.runEnded();
    await tab.documents.flush();
    await tab.documents.saveAsFile();
    const { design } = tab.stores.design.getState();
    const { link } = await encodeShareLink(design, 'https://rowsmith.test/');
    const allStores: readonly { readonly getState: () => unknown }[] = Object.values(tab.stores);
    const stores = allStores.map((store) => store.getState());
    const everything = JSON.stringify([
      stores,
      [...written],
      await database.getAll('documents'),
      await database.getAll('versions'),
      await database.getAll('runs'),
      await database.getAll('journal'),
      await Promise.all(tab.files.map(({ text }) => text)),
      link,
    ]);
    expect(everything).toContain('models.example.com');
    expect(everything).not.toContain('canary');
  });

  it.each([
    [{ baseUrl: 'http://models.example.com/v1' }, 'baseUrl'],
    [{ baseUrl: 'https://user:pass@models.example.com' }, 'baseUrl'],
    [{ key: 'sk-\u200bab' }, 'key'],
    [{ model: ' ' }, 'model'],
    [{ provider: 'nobody' }, 'provider'],
  ])('refuses %j by its field and changes nothing', async (change, field) => {
    const { tab } = await openTab();
    const before = tab.stores.design.getState().design;
    expect(Object.keys(await tab.models.save({ ...draft, ...change }))).toEqual([field]);
    expect(tab.stores.design.getState().design).toBe(before);
    expect(tab.stores.settings.getState().trustedOrigins).toEqual([]);
  });

  it('forgets a key when asked', async () => {
    const { tab } = await openTab();
    await tab.models.save(draft);
    await tab.models.forgetKey(draft.baseUrl);
    expect(await tab.models.hasKey(draft.baseUrl)).toBe(false);
  });
});

describe('an address that only the design names', () => {
  const asked = [
    { alias: 'writer', provider: 'openai-compatible', model: 'm', endpoint: draft.baseUrl },
  ];

  it('is neither trusted nor asked for its models when the settings are opened', async () => {
    const { tab } = await openTab(asked);
    const found = tab.models.draftOf('writer');
    expect(found.baseUrl).toBe(draft.baseUrl);
    expect(await tab.models.listModels(found)).toEqual([]);
    expect(tab.stores.settings.getState().trustedOrigins).toEqual([]);
  });

  it('is not trusted for good by a test', async () => {
    const { tab } = await openTab(asked);
    await tab.models.test(draft);
    await tab.runs.generate();
    expect(tab.stores.view.getState().dialog).toMatchObject({ kind: 'models', alias: 'writer' });
    expect(tab.stores.run.getState().status).toBe('idle');
  });
});

describe('a stored setting', () => {
  it('lets a later visit use the address again, with the key typed anew', async () => {
    const settings = JSON.stringify({ trustedOrigins: ['https://models.example.com'] });
    const tab = openTestTab({
      database: undefined,
      smallStorage: createSmallStorage({ 'rowsmith:settings': settings }),
      model: titleWriter(),
    });
    tabs.push(tab);
    expect(await tab.models.hasKey(draft.baseUrl)).toBe(false);
    const report = await tab.models
      .listModels({ ...draft, key: '' })
      .catch((error: unknown) => error);
    expect(report).toMatchObject({ report: { kind: 'network' } });
  });
});
