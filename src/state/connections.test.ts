import { describe, expect, it } from 'vitest';
import { checkReadiness, concurrencyKey, connectionOf, usedAliases } from './connections.ts';
import { defaultSettings } from './settings-store.ts';
import { smallDesign } from './testing/small-design.ts';

const origin = 'https://models.example.com';

function designFor(model: Readonly<Record<string, unknown>>) {
  return smallDesign({ models: [{ alias: 'writer', ...model }] });
}

const custom = designFor({ provider: 'openai-compatible', model: 'm', endpoint: `${origin}/v1` });

describe('readiness', () => {
  it('needs nothing for the demo model', () => {
    expect(checkReadiness(smallDesign(), defaultSettings, new Set())).toEqual({ kind: 'ready' });
  });

  it('names the host of an address that only the design asks for', () => {
    expect(checkReadiness(custom, defaultSettings, new Set([origin]))).toMatchObject({
      kind: 'lacks',
      alias: 'writer',
      reason: expect.stringContaining('models.example.com') as string,
    });
  });

  it('shows a host in foreign letters in the letters it really has', () => {
    const endpoint = 'https://аpi.openai.com/v1';
    const design = designFor({ provider: 'openai-compatible', model: 'm', endpoint });
    expect(checkReadiness(design, defaultSettings, new Set())).toMatchObject({
      reason: expect.stringContaining('xn--') as string,
    });
  });

  it('takes an address that was set up, but no other port of its host', () => {
    const trusted = { ...defaultSettings, trustedOrigins: [origin] };
    expect(checkReadiness(custom, trusted, new Set([origin])).kind).toBe('ready');
    const endpoint = `${origin}:8443/v1`;
    const other = designFor({ provider: 'openai-compatible', model: 'm', endpoint });
    expect(checkReadiness(other, trusted, new Set([origin])).kind).toBe('lacks');
  });

  it('does not take a known provider’s name for another address', () => {
    const design = designFor({ provider: 'openai', model: 'm', endpoint: 'https://evil.test/v1' });
    const keyed = new Set(['https://api.openai.com']);
    expect(checkReadiness(design, defaultSettings, keyed).kind).toBe('lacks');
  });

  it('asks for the key, then for the model', () => {
    const keyless = designFor({ provider: 'openai', model: 'm' });
    expect(checkReadiness(keyless, defaultSettings, new Set())).toMatchObject({
      reason: expect.stringContaining('API key') as string,
    });
    const modelless = designFor({ provider: 'openai', model: '' });
    const keyed = new Set(['https://api.openai.com']);
    expect(checkReadiness(modelless, defaultSettings, keyed)).toMatchObject({
      reason: 'Choose a model.',
    });
  });

  it('does not care about models that no call uses', () => {
    const design = smallDesign({
      models: [
        { alias: 'writer', provider: 'demo', model: '' },
        { alias: 'idle', provider: 'openai', model: '' },
      ],
    });
    expect(usedAliases(design).map(({ alias }) => alias)).toEqual(['writer']);
    expect(checkReadiness(design, defaultSettings, new Set()).kind).toBe('ready');
  });
});

describe('a connection', () => {
  it('has the concurrency of its endpoint', () => {
    const [alias] = custom.models;
    if (alias === undefined) throw new Error('The design has a model.');
    const settings = { ...defaultSettings, concurrency: { [origin]: 3 } };
    expect(connectionOf(alias, settings).concurrency).toBe(3);
    expect(connectionOf(alias, defaultSettings).concurrency).toBe(16);
  });

  it('has the limits of the account at its endpoint', () => {
    const [alias] = custom.models;
    if (alias === undefined) throw new Error('The design has a model.');
    const settings = { ...defaultSettings, rateLimits: { [origin]: { requestsPerMinute: 15 } } };
    expect(connectionOf(alias, settings).requestsPerMinute).toBe(15);
    expect(connectionOf(alias, defaultSettings).requestsPerMinute).toBeUndefined();
  });

  it('is as fast and as patient as its design wishes, until the user has chosen', () => {
    const pace = {
      concurrency: 7,
      requestsPerMinute: 40,
      inputTokensPerMinute: 900,
      outputTokensPerMinute: 100,
      maxRetries: 2,
    };
    const [alias] = designFor({ ...custom.models[0], pace }).models;
    if (alias === undefined) throw new Error('The design has a model.');
    const wished = { concurrency: 7, requestsPerMinute: 40, tokensPerMinute: 1_000, maxRetries: 2 };
    expect(connectionOf(alias, defaultSettings)).toMatchObject(wished);
    const chosen = {
      ...defaultSettings,
      concurrency: { [origin]: 3 },
      rateLimits: { [origin]: { requestsPerMinute: 15, tokensPerMinute: undefined } },
    };
    const connection = connectionOf(alias, chosen);
    expect(connection).toMatchObject({ concurrency: 3, requestsPerMinute: 15, maxRetries: 2 });
    expect(connection.tokensPerMinute).toBeUndefined();
    const demo = connectionOf({ ...alias, provider: 'demo', endpoint: undefined }, defaultSettings);
    expect(demo).toMatchObject({ concurrency: 1 });
    expect(demo.maxRetries).toBeUndefined();
  });

  it('keeps its concurrency by origin, or by provider where there is no address', () => {
    expect(concurrencyKey('openai-compatible', `${origin}/v1/`)).toBe(origin);
    expect(concurrencyKey('demo', '')).toBe('demo');
  });
});
