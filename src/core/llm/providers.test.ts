import { describe, expect, it } from 'vitest';
import { findProvider, providers } from './providers.ts';

describe('the provider table', () => {
  it.each(['__proto__', 'constructor', 'toString', '', 'nope'])('knows no provider %j', (id) => {
    expect(findProvider(id)).toBeUndefined();
  });

  it('has unique ids and labels', () => {
    expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
    expect(new Set(providers.map(({ label }) => label)).size).toBe(providers.length);
  });

  it('sends keys over https, or to this computer, only', () => {
    for (const { baseUrl } of providers)
      expect(baseUrl ?? 'https://').toMatch(/^(?:https:\/\/|http:\/\/localhost:)/);
  });

  it('tells where to make a key, or how to set up the server', () => {
    for (const provider of providers)
      if (provider.protocol !== 'demo')
        expect(provider.keyPage ?? provider.setupHelp).toBeDefined();
  });
});
