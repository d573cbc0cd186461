import { describe, expect, it } from 'vitest';
import { isLoopback, parseBaseUrl } from './base-url.ts';

describe('parseBaseUrl', () => {
  it.each([
    'https://api.openai.com/v1',
    'https://10.0.0.8:8000/v1/',
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080',
    'http://[::1]:8080/v1',
    'http://models.localhost/v1',
    '  https://api.example.com  ',
  ])('takes %s', (typed) => {
    expect(parseBaseUrl(typed).ok).toBe(true);
  });

  it.each([
    ['api.openai.com/v1', 'Begin with https://'],
    ['', 'Begin with https://'],
    ['http://api.example.com', 'this machine only'],
    ['http://localhost.evil.test', 'this machine only'],
    ['http://192.168.0.2:1234', 'this machine only'],
    ['https://user:secret@api.example.com', 'user name and password'],
    ['https://user@api.example.com', 'user name and password'],
    ['https://api.example.com/v1#part', 'after #'],
    ['https://api.example.com/v1#', 'after #'],
    ['javascript:alert(1)', 'not javascript:'],
    ['file:///etc/passwd', 'not file:'],
    ['https://api.exam\nple.com', 'character that no address has'],
    ['https://api.example.com\\@evil.test', 'character that no address has'],
  ])('refuses %s', (typed, words) => {
    const result = parseBaseUrl(typed);
    expect(result.ok ? '' : result.error).toContain(words);
  });
});

describe('isLoopback', () => {
  it('does not take a host that merely begins like this machine', () => {
    expect(isLoopback(new URL('http://127.0.0.1.evil.test'))).toBe(false);
  });
});
