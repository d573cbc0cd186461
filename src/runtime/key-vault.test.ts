import { describe, expect, it } from 'vitest';
import { createKeyVault, normaliseKey } from './key-vault.ts';

const key = 'sk-canary-0123456789abcdef';
const slot = { header: 'authorization', prefix: 'Bearer ' };

function vaultWithKey() {
  const vault = createKeyVault();
  vault.store('https://api.example.com/v1', key);
  return vault;
}

describe('a key', () => {
  it('goes to its own origin, at any path', () => {
    expect(vaultWithKey().attach('https://api.example.com/other', {}, slot)).toEqual({
      authorization: `Bearer ${key}`,
    });
  });

  it.each([
    'https://api.example.com.evil.test/v1',
    'https://evil.test/https://api.example.com/v1',
    'http://api.example.com/v1',
    'https://api.example.com:444/v1',
    'https://sub.api.example.com/v1',
    'https://api.example.com@evil.test/v1',
    'https://evil.test\\@api.example.com/',
  ])('does not go to %s', (url) => {
    const headers = vaultWithKey().attach(url, { accept: 'text/plain' }, slot);
    expect(headers).toEqual({ accept: 'text/plain' });
  });

  it('is sent only by a protocol that has a place for it', () => {
    expect(vaultWithKey().attach('https://api.example.com/v1', {}, undefined)).toEqual({});
  });

  it('is gone once forgotten', () => {
    const vault = vaultWithKey();
    vault.forget('https://api.example.com/elsewhere');
    expect(vault.has('https://api.example.com')).toBe(false);
    expect(vault.attach('https://api.example.com/v1', {}, slot)).toEqual({});
  });

  it('does not show when the vault is printed', () => {
    expect(JSON.stringify(vaultWithKey())).not.toContain('canary');
  });
});

describe('redact', () => {
  it('replaces a key wherever it stands in a text', () => {
    expect(vaultWithKey().redact(`Wrong key ${key}, not “${key}”.`)).toBe(
      'Wrong key [key], not “[key]”.',
    );
  });

  it('leaves words alone that local servers take for a key', () => {
    const vault = createKeyVault();
    vault.store('http://localhost:11434', 'ollama');
    vault.store('http://localhost:1234', 'lm-studio');
    expect(vault.redact('ollama and lm-studio')).toBe('ollama and lm-studio');
  });
});

describe('normaliseKey', () => {
  it('trims what was pasted around the key', () => {
    expect(normaliseKey(`  ${key}\n`)).toEqual({ ok: true, value: key });
  });

  it.each([
    ['a no-break space', 'sk-a\u00a0b', 'U+00A0'],
    ['a zero-width space', 'sk-ab\u200b', 'U+200B'],
    ['a Cyrillic letter', 'sk-\u0430b', 'U+0430'],
    ['a space', 'sk a', 'U+0020'],
    ['a letter beyond the basic plane', 'sk-\u{1d538}', 'U+1D538'],
  ])('refuses %s by its code', (_, typed, code) => {
    const result = normaliseKey(typed);
    expect(result.ok ? '' : result.error).toContain(code);
  });

  it('refuses an empty key', () => {
    expect(normaliseKey(' ').ok).toBe(false);
  });
});
