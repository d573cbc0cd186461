import { describe, expect, it } from 'vitest';
import type { LanguageModel, ModelEvent } from '#core/llm/language-model.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { RequestFact } from './request-fact.ts';
import { toldModel } from './told-model.ts';

const model: LanguageModel = {
  id: 'scripted',
  async *stream(): AsyncGenerator<ModelEvent> {
    yield { kind: 'text-delta', text: 'A ' };
    yield { kind: 'text-delta', text: 'lamp.' };
    yield { kind: 'finished', reason: 'stop' };
  },
};
const plain: RowTask = {
  ...{ callId: 'copy', brief: '', instructions: '', systemMessages: [], rules: [], examples: [] },
  ...{ avoid: [], fields: [], rows: [], seed: 1, attempt: 1 },
};
const proved: RowTask = {
  ...plain,
  verification: { method: 'extract', text: 'story', report: 'proof', fields: [], given: {} },
};

describe('toldModel', () => {
  it('tells prompt and answer of each request of a composite answer, and passes all on', async () => {
    const facts: RequestFact[] = [];
    const told = toldModel(model, proved, (fact) => facts.push(fact));
    const messages = [{ role: 'user', content: 'Write.' } as const];
    const events: ModelEvent[] = [];
    const signal = new AbortController().signal;
    for await (const event of told.stream({ model: 'm', messages, parameters: {} }, signal))
      events.push(event);
    expect(events).toHaveLength(3);
    expect(facts).toEqual([
      { kind: 'part', messages, schema: undefined },
      { kind: 'part-text', text: 'A ' },
      { kind: 'part-text', text: 'lamp.' },
    ]);
  });

  it('is the model itself where one request is the whole answer, or nobody looks', () => {
    expect(toldModel(model, plain, () => undefined)).toBe(model);
    expect(toldModel(model, proved, undefined)).toBe(model);
  });
});
