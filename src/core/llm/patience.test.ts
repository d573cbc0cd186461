import { describe, expect, it } from 'vitest';
import { patienceOf } from './patience.ts';
import { findProvider } from './providers.ts';

function firstByteSeconds(provider: string, model: string): number {
  return patienceOf(findProvider(provider)!, model).firstByteMs / 1_000;
}

describe('patience', () => {
  it('is a minute for the first word of a hosted model', () => {
    expect(firstByteSeconds('openai', 'gpt-4.1-nano')).toBe(60);
  });

  it.for(['o3-mini', 'openai/o1', 'gpt-5-mini', 'deepseek-reasoner', 'qwen3-30b-thinking'])(
    'is longer for a model that thinks first: %s',
    (model) => {
      expect(firstByteSeconds('openrouter', model)).toBe(300);
    },
  );

  it('is longer where a model may have to be loaded', () => {
    expect(firstByteSeconds('ollama', 'llama3.2')).toBe(300);
  });
});
