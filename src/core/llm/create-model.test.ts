import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { testConnection } from './connection-test.ts';
import { createLanguageModel, type CreateModelOptions } from './create-model.ts';
import { createDemoModel } from './demo/demo-model.ts';
import type { RowTask } from './row-task.ts';
import { createScriptedModel, type ScriptedAnswer } from './scripted-model.ts';

function options(changes: Partial<CreateModelOptions> = {}): CreateModelOptions {
  return {
    baseUrl: '',
    send: () => Promise.reject(new Error('Nothing is sent here.')),
    clock: createFakeClock(),
    capabilities: new Map(),
    loadDemo: () => Promise.resolve(createDemoModel()),
    ...changes,
  };
}

describe('createLanguageModel', () => {
  it.each(['nope', '__proto__'])('refuses the unknown provider %s', (id) => {
    expect(() => createLanguageModel(id, options())).toThrow(/No provider/);
  });

  it('refuses an endpoint without an address', () => {
    expect(() => createLanguageModel('openai-compatible', options())).toThrow(/address/);
  });

  it('loads the demo model at its first request, once', async () => {
    let loads = 0;
    const loadDemo = () => {
      loads += 1;
      return Promise.resolve(createDemoModel());
    };
    const model = createLanguageModel('demo', options({ loadDemo }));
    expect(loads).toBe(0);
    const test = { model, modelName: '', clock: createFakeClock() };
    expect(await testConnection(test)).toMatchObject({ ok: true, isStructured: true });
    await testConnection(test);
    expect(loads).toBe(1);
  });
});

describe('testConnection', () => {
  function test(answer: ScriptedAnswer) {
    const model = createScriptedModel([answer]);
    return testConnection({ model, modelName: 'm', clock: createFakeClock() });
  }

  it('tells that an answer was wrapped in prose', async () => {
    const text = 'Sure: {"rows": [{"row": 1, "word": "x"}]}';
    expect(await test({ kind: 'text', text })).toMatchObject({ ok: true, isStructured: false });
  });

  it('takes a text as it stands where a call asks for one, and one text for a whole conversation', async () => {
    const row = { row: 0, facts: {}, notes: {}, messages: [], corrections: [] };
    const task = {
      ...{ callId: 'w', brief: '', instructions: '', systemMessages: [], rules: [], examples: [] },
      ...{ fields: [{ name: 'title', description: '', type: 'text' as const }], avoid: [] },
      ...{ rows: [row], seed: 1, attempt: 1 },
    };
    const chat = [{ role: 'user' as const, content: 'Name a lamp.' }];
    const model = createScriptedModel(() => ({ kind: 'text', text: 'Lumo' }));
    const test = { model, modelName: 'm', clock: createFakeClock() };
    expect(await testConnection({ ...test, task: { ...task, chat } })).toMatchObject({
      ok: true,
      rows: [{ row: 0, values: { title: 'Lumo' } }],
    });
    const conversation = {} as NonNullable<RowTask['conversation']>;
    expect(await testConnection({ ...test, task: { ...task, conversation } })).toMatchObject({
      ok: true,
    });
    expect(model.requests.map(({ messages }) => messages.length)).toEqual([1, 1]);
  });

  it('fails when no row comes, and names the model', async () => {
    const result = await test({ kind: 'text', text: 'No.' });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'malformed-output' } });
    expect(result.problem?.message).toContain('“m”');
  });

  it('reports a fault instead of throwing it', async () => {
    const result = await test({ kind: 'cut', text: '' });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'cut-off' } });
  });
});
