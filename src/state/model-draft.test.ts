import { describe, expect, it } from 'vitest';
import { checkDraft, draftParameters, readParameters, type ModelDraft } from './model-draft.ts';

const draft: ModelDraft = {
  alias: 'writer',
  provider: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  model: 'm',
  concurrency: 1,
  key: '',
};

describe('extra parameters', () => {
  it('are an object of JSON, or nothing', () => {
    expect(readParameters(' ')).toEqual({ ok: true, value: undefined });
    expect(readParameters('{}')).toEqual({ ok: true, value: undefined });
    expect(readParameters('{"seed": 7}')).toEqual({ ok: true, value: { seed: 7 } });
  });

  it.each(['{"seed": ', '[1]', '7', 'seed=7'])('refuse %s', (typed) => {
    expect(readParameters(typed).ok).toBe(false);
  });

  it.each(['Authorization', 'api-key', 'api_key', 'x-api-key', 'headers', 'token', 'secret'])(
    'have no place for a key: %s',
    (name) => {
      const read = readParameters(JSON.stringify({ [name]: 'sk-canary-0123456789' }));
      expect(read).toMatchObject({ ok: false, error: expect.stringContaining(name) as string });
      expect(JSON.stringify(read)).not.toContain('canary');
    },
  );

  it.each(['model', 'messages', 'stream', 'response_format'])('leave %s to Rowsmith', (name) => {
    expect(readParameters(JSON.stringify({ [name]: 1 })).ok).toBe(false);
  });

  it.each(['max_tokens', 'top_k', 'seed', 'logit_bias', 'reasoning'])('may name %s', (name) => {
    expect(readParameters(JSON.stringify({ [name]: 1 })).ok).toBe(true);
  });

  it('keep a draft from being saved while they cannot be read', () => {
    expect(checkDraft({ ...draft, parametersText: '{' })).toHaveProperty('parameters');
    expect(checkDraft({ ...draft, parametersText: '{"seed":7}' })).toEqual({});
  });

  it('go out with the delivery and the temperature', () => {
    expect(
      draftParameters({ ...draft, temperature: 1, delivery: 'csv', parametersText: '{"seed":7}' }),
    ).toMatchObject({ temperature: 1, delivery: 'csv', extra: { seed: 7 } });
  });
});
