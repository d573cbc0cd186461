import { describe, expect, it } from 'vitest';
import { explainUnreachable } from './network-error.ts';
import { findProvider } from './providers.ts';

const page = 'https://rowsmith.example';

function explain(id: string, reach: 'offline' | 'answers' | 'silent', change = {}) {
  const provider = findProvider(id)!;
  const { baseUrl = provider.baseUrl!, pageOrigin = page } = change as {
    baseUrl?: string;
    pageOrigin?: string;
  };
  return explainUnreachable({ provider, baseUrl }, reach, pageOrigin);
}

describe('explainUnreachable', () => {
  it('says so when the computer is offline', () => {
    expect(explain('openai', 'offline').message).toContain('offline');
  });

  it('suspects the key where a wrong one is answered without consent', () => {
    expect(explain('openai', 'answers')).toMatchObject({
      kind: 'auth',
      message: expect.stringContaining('Check the key') as string,
    });
  });

  it.each([
    ['ollama', 'OLLAMA_ORIGINS=https://rowsmith.example'],
    ['lm-studio', 'lms server start --cors'],
    ['vllm', '--allowed-origins'],
    ['llama-cpp', 'llama-server'],
  ])('tells the exact setting of %s when it runs without consent', (id, setting) => {
    const { kind, message } = explain(id, 'answers');
    expect(kind).toBe('cors');
    expect(message).toContain(setting);
  });

  it('names the permission a public page needs for this computer', () => {
    expect(explain('ollama', 'silent').message).toContain('local network');
    const local = explain('ollama', 'silent', { pageOrigin: 'http://localhost:4173' });
    expect(local.message).not.toContain('local network');
    expect(local.message).toContain('Start the server');
  });

  it('blames the address when a host far away is silent', () => {
    const baseUrl = 'https://models.example/v1';
    const { kind, message } = explain('openai-compatible', 'silent', { baseUrl });
    expect(kind).toBe('network');
    expect(message).toContain('models.example cannot be reached');
  });

  it('asks the owner of another address for consent, with the origin of the page', () => {
    const baseUrl = 'https://models.example/v1';
    expect(explain('openai-compatible', 'answers', { baseUrl })).toMatchObject({
      kind: 'cors',
      message: expect.stringContaining(page) as string,
    });
  });
});
