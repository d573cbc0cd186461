import { describe, expect, it } from 'vitest';
import { createKeyVault } from '#runtime/key-vault.ts';
import { storeKeyFromEnvironment } from './key-from-environment.ts';

const slot = { header: 'authorization', prefix: 'Bearer ' };
const request = { variable: 'SHOP_KEY', origin: 'https://api.example.com' };

describe('a key from the environment', () => {
  it('goes to its own origin and nowhere else', () => {
    const vault = createKeyVault();
    expect(storeKeyFromEnvironment(vault, { SHOP_KEY: ' sk-secret ' }, request).ok).toBe(true);
    expect(vault.attach('https://api.example.com/v1/x', {}, slot)).toEqual({
      authorization: 'Bearer sk-secret',
    });
    for (const url of [
      'https://example.com',
      'http://api.example.com',
      'https://api.example.com:444',
    ])
      expect(vault.attach(url, {}, slot)).toEqual({});
  });

  it('is missed by the name of its variable', () => {
    const stored = storeKeyFromEnvironment(createKeyVault(), {}, request);
    expect(stored).toMatchObject({ ok: false, error: expect.stringContaining('SHOP_KEY') });
  });

  it('is not repeated when it cannot be a key', () => {
    const stored = storeKeyFromEnvironment(createKeyVault(), { SHOP_KEY: 'sk-se cret' }, request);
    expect(stored.ok ? '' : stored.error).toMatch(/^SHOP_KEY: /);
    expect(JSON.stringify(stored)).not.toContain('cret');
  });
});
