import { describe, expect, it } from 'vitest';
import { createKeyVault } from './key-vault.ts';
import { scrub, scrubbingChannel } from './scrub.ts';

const key = 'sk-canary-0123456789abcdef';
const vault = createKeyVault();
vault.store('https://api.example.com', key);

describe('scrub', () => {
  it('finds a key in names and values at any depth', () => {
    const value = { rows: [{ cells: { [key]: [`a ${key} b`] } }] };
    expect(scrub(vault, value)).toEqual({ rows: [{ cells: { '[key]': ['a [key] b'] } }] });
  });

  it('gives the same object back when there is nothing to hide', () => {
    const value = { rows: [{ cells: { a: 1, b: null, c: 'text' } }] };
    expect(scrub(vault, value)).toBe(value);
  });

  it('leaves the value it was given as it was', () => {
    const value = { text: key };
    scrub(vault, value);
    expect(value.text).toBe(key);
  });

  it('hands over ports and binary data as they are', () => {
    const { port1, port2 } = new MessageChannel();
    const bytes = new Uint8Array([1, 2]);
    const value = scrub(vault, { port: port1, bytes, text: key });
    expect(value).toEqual({ port: port1, bytes, text: '[key]' });
    expect(value.port).toBe(port1);
    port1.close();
    port2.close();
  });
});

describe('scrubbingChannel', () => {
  it('posts nothing with a key in it', () => {
    const posted: unknown[] = [];
    const channel = scrubbingChannel(
      { postMessage: (message) => posted.push(message), addEventListener: () => undefined },
      vault,
    );
    channel.postMessage({ kind: 'notice', notice: `echo: ${key}` });
    expect(posted).toEqual([{ kind: 'notice', notice: 'echo: [key]' }]);
  });
});
