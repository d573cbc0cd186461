import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it.each([
    'sk-abcdefgh12345678',
    'sk-ant-api03-abcdefgh-12345678',
    'gsk_abcdefgh12345678',
    'AIzaSyabcdefgh12345678',
    'hf_abcdefgh12345678',
    'xai-abcdefgh12345678',
    'Bearer abcdefgh12345678',
    'sk-abc*****5678',
  ])('removes %s', (key) => {
    expect(redact(`The key ${key} is wrong.`)).toBe('The key [key removed] is wrong.');
  });

  it('removes the exact secrets it is given', () => {
    expect(redact('token=hunter22', ['hunter22'])).toBe('token=[key removed]');
  });

  it('leaves ordinary words alone', () => {
    const text = 'The task-based model key_value ask-me desk-lamp is fine.';
    expect(redact(text, ['a'])).toBe(text);
  });
});
