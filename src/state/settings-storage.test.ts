import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings, writeSettings } from './settings-storage.ts';
import { defaultSettings, usualPanes, type Settings } from './settings-store.ts';
import { storagePolicy } from './storage-policy.ts';
import { createSmallStorage } from './testing/test-tab.ts';

const name = 'rowsmith:settings';

function stored(text: string): Settings {
  return readSettings(createSmallStorage({ [name]: text }));
}

describe('settings', () => {
  it('come back as they were written', () => {
    const storage = createSmallStorage();
    const settings: Settings = {
      theme: 'dark',
      panes: { ...usualPanes, form: 500, chart: 240 },
      previewRows: 25,
      trustedOrigins: ['https://models.example.com', 'http://localhost:11434'],
      concurrency: { openai: 8 },
      rateLimits: { openai: { requestsPerMinute: 15 } },
      spendCap: { costUsd: 0.5, tokens: 100_000 },
      prices: { 'openai small-1': { inputPerMillion: 0.1, outputPerMillion: 0.4 } },
      exportedRuns: ['r'],
      lastDocumentId: 'd',
      grids: {},
    };
    writeSettings(storage, settings);
    expect(readSettings(storage)).toEqual(settings);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{"theme":{}}',
    '[[[[[[[[]]]]]]]]',
    'x'.repeat(200_000),
  ])('fall back to the defaults when the stored text is %.20s', (text) => {
    expect(stored(text)).toEqual(defaultSettings);
  });

  it('are whole whatever JSON is stored', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Object.keys(stored(text)).toSorted()).toEqual(
          Object.keys(defaultSettings).toSorted(),
        );
      }),
    );
  });

  it('lose a bad item and keep the others', () => {
    const settings = stored(
      JSON.stringify({
        theme: 'dark',
        panes: { form: 5, drawer: 'x' },
        previewRows: 1e9,
        trustedOrigins: ['https://a.test/path', 'javascript:alert(1)', 7, 'https://b.test'],
        concurrency: { a: 0, b: 1.5, c: 1e9, d: 4, e: 'x' },
        rateLimits: { a: { requestsPerMinute: 0, tokensPerMinute: 900 }, b: 7 },
        spendCap: { costUsd: -1, tokens: 5, other: 6 },
        lastDocumentId: 7,
      }),
    );
    expect(settings).toEqual({
      ...defaultSettings,
      theme: 'dark',
      panes: { ...usualPanes, form: 320 },
      trustedOrigins: ['https://b.test'],
      concurrency: { d: 4 },
      rateLimits: { a: { tokensPerMinute: 900 } },
      spendCap: { tokens: 5 },
      lastDocumentId: '',
    });
  });

  it('take no prototype from storage', () => {
    const settings = stored('{"concurrency":{"__proto__":{"polluted":4}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect((settings.concurrency as { polluted?: number }).polluted).toBeUndefined();
  });

  it('do without a storage that refuses', () => {
    const refuse = (): never => {
      throw new DOMException('No.', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(readSettings(storage)).toEqual(defaultSettings);
    expect(() => {
      writeSettings(storage, defaultSettings);
    }).not.toThrow();
  });

  it('write only what the policy lets into the browser', () => {
    const storage = createSmallStorage();
    const more = { ...defaultSettings, apiKey: 'sk-canary', actions: {}, unknown: 1 };
    writeSettings(storage, more);
    const written = Object.keys(JSON.parse(storage.getItem(name) ?? '{}') as object);
    expect(written.toSorted()).toEqual(Object.keys(defaultSettings).toSorted());
  });
});

describe('the storage policy', () => {
  it('lets nothing secret into the browser, a link or a file', () => {
    const secrets = Object.values(storagePolicy).filter(({ isSecret }) => isSecret);
    expect(secrets).not.toEqual([]);
    for (const policy of secrets)
      expect(policy).toMatchObject({ browser: false, link: false, file: false });
  });

  it('knows every setting', () => {
    for (const setting of Object.keys(defaultSettings))
      expect(Object.keys(storagePolicy)).toContain(setting);
  });

  it('lets the design alone into a link', () => {
    const linked = Object.entries(storagePolicy).filter(([, { link }]) => link);
    expect(linked.map(([thing]) => thing)).toEqual(['design']);
  });

  it('lets no setting of this user into a file', () => {
    const settings = Object.keys(defaultSettings) as (keyof Settings)[];
    expect(settings.filter((setting) => storagePolicy[setting].file)).toEqual([]);
  });

  it('keep only prices that are amounts of money', () => {
    const good = { inputPerMillion: 1, outputPerMillion: 0 };
    const prices = {
      good,
      negative: { ...good, inputPerMillion: -1 },
      half: { inputPerMillion: 1 },
    };
    const storage = createSmallStorage({ 'rowsmith:settings': JSON.stringify({ prices }) });
    expect(readSettings(storage).prices).toEqual({ good });
  });
});
