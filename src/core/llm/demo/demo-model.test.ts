import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { ModelEvent } from '#core/llm/language-model.ts';
import type { RowTask, TaskField } from '#core/llm/row-task.ts';
import { withArticle } from './compose-text.ts';
import { createDemoModel } from './demo-model.ts';

const signal = new AbortController().signal;

function taskOf(fields: readonly TaskField[], rows: readonly JsonObject[]): RowTask {
  return {
    callId: 'call',
    brief: 'Televisions of an online shop',
    instructions: '',
    systemMessages: [],
    fields,
    rules: [],
    examples: [],
    rows: rows.map((facts, row) => ({ row, facts, notes: {}, messages: [], corrections: [] })),
    avoid: [],
    seed: 7,
    attempt: 1,
  };
}

async function eventsOf(task: RowTask): Promise<readonly ModelEvent[]> {
  const events: ModelEvent[] = [];
  const request = { model: '', messages: [], parameters: {}, task };
  for await (const event of createDemoModel().stream(request, signal)) events.push(event);
  return events;
}

async function rowsOf(task: RowTask): Promise<readonly JsonObject[]> {
  const events = await eventsOf(task);
  const text = events.map((event) => (event.kind === 'text-delta' ? event.text : '')).join('');
  return (JSON.parse(text) as { rows: JsonObject[] }).rows;
}

function field(name: string, rest: Partial<TaskField> = {}): TaskField {
  return { name, description: '', type: 'text', ...rest };
}

async function valuesOf(
  name: string,
  rest: Partial<TaskField> = {},
  count = 50,
): Promise<readonly JsonValue[]> {
  const rows = await rowsOf(
    taskOf(
      [field(name, rest)],
      Array.from({ length: count }, () => ({})),
    ),
  );
  return rows.map((row) => row[name] ?? null);
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
const wordsIn = (text: string): number => text.split(/\s+/).length;

describe('two hundred televisions', () => {
  const types = ['OLED', 'QLED'];
  const brands = ['Halden', 'Norvik', 'Asteria'];
  const sizes = [43, 55, 65, 75, 85];
  const facts = Array.from({ length: 200 }, (_, index) => ({
    type: types[index % 2] ?? '',
    size: sizes[index % 5] ?? 0,
    brand: brands[index % 3] ?? '',
    price: Math.round(30_000 + index * 1_237) / 100,
  }));
  const bounds = { unit: 'words', low: 10, high: 30 } as const;
  const task = taskOf(
    [field('model', { isUnique: true }), field('description', { length: bounds })],
    facts,
  );
  const rows = rowsOf(task);
  const descriptions = rows.then((all) => all.map((row) => textOf(row.description)));

  it('have distinct model names with the size in them', async () => {
    const all = await rows;
    expect(new Set(all.map((row) => row.model)).size).toBe(200);
    for (const [index, row] of all.entries())
      expect(row.model).toContain(String(facts[index]?.size));
  });

  it('have distinct descriptions, which begin differently', async () => {
    const texts = await descriptions;
    expect(new Set(texts).size).toBe(200);
    expect(new Set(texts.map((text) => text.split(/(?<=[.?]) /)[0])).size).toBeGreaterThanOrEqual(
      195,
    );
  });

  it('keep the bounds in words and use the room', async () => {
    const lengths = (await descriptions).map(wordsIn);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(30);
    expect(Math.max(...lengths)).toBeGreaterThan(22);
  });

  it('say what the facts say', async () => {
    for (const [index, text] of (await descriptions).entries()) {
      const row = facts[index]!;
      const price = row.price.toLocaleString('en-US', {
        minimumFractionDigits: Number.isInteger(row.price) ? 0 : 2,
      });
      expect(text).toContain(`${row.size}-inch ${row.type} TV`);
      expect(text).toContain(row.brand);
      expect(text).toContain(`$${price}`);
    }
  });

  it('are clean sentences', async () => {
    for (const text of await descriptions) {
      expect(text).not.toMatch(/undefined|null|[{}]| {2}|\b(\w+) \1\b/i);
      expect(text).toMatch(/^[A-Z$].*\.$/);
    }
  });
});

describe('one field', () => {
  it('keeps to its allowed values and meets them all', async () => {
    const values = await valuesOf('mood', { values: ['a', 'b', 'c'] });
    expect(new Set(values)).toEqual(new Set(['a', 'b', 'c']));
  });

  it.each(['integer', 'decimal'] as const)('keeps its range: %s', async (type) => {
    for (const value of await valuesOf('x', { type, range: { low: 3, high: 9 } })) {
      expect(value).toBeGreaterThanOrEqual(3);
      expect(value).toBeLessThanOrEqual(9);
      if (type === 'integer') expect(value).toSatisfy(Number.isInteger);
    }
  });

  it.each([
    ['email', /^[a-z.]+\d*@example\.\w+$/],
    ['patient_id', /^PAT-\d{6}$/],
    ['diagnosis_code', /^[A-Z]\d\d\.\d$/],
    ['customerName', /^\p{L}[\p{L}' .-]+ \p{L}[\p{L}' .-]+$/u],
    ['question', /\?/],
  ])('looks like its name: %s', async (name, pattern) => {
    for (const value of await valuesOf(name)) expect(value).toMatch(pattern);
  });

  it.each([
    'city',
    'country',
    'company',
    'title',
    'review',
    'question',
    'answer',
    'message',
    'story',
    'xyz',
  ])('does not repeat itself: %s', async (name) => {
    expect(new Set(await valuesOf(name)).size).toBe(50);
  });

  it.each([
    ['date', /^\d{4}-\d\d-\d\d$/],
    ['datetime', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ] as const)('has the form of its type: %s', async (type, pattern) => {
    for (const value of await valuesOf('created', { type })) expect(value).toMatch(pattern);
  });

  it.each([
    ['words', 3, 5],
    ['words', 40, 45],
    ['characters', 10, 20],
    ['characters', 150, 160],
  ] as const)('meets a length in %s from %d to %d', async (unit, low, high) => {
    for (const value of await valuesOf('description', { length: { unit, low, high } })) {
      const length = unit === 'words' ? wordsIn(textOf(value)) : textOf(value).length;
      expect(length).toBeGreaterThanOrEqual(low);
      expect(length).toBeLessThanOrEqual(high);
    }
  });

  it('reads a length that only the description names', async () => {
    const values = await valuesOf('pitch', { description: 'A pitch of 5-9 words' });
    for (const value of values) expect(wordsIn(textOf(value))).toBeLessThanOrEqual(9);
  });

  it('fills the declared fields of an object and of the items of a list', async () => {
    const fields = [field('city'), field('age', { type: 'integer' })];
    const shape = { city: expect.any(String), age: expect.any(Number) };
    for (const value of await valuesOf('home', { type: 'object', fields }))
      expect(value).toEqual(shape);
    for (const value of await valuesOf('homes', { type: 'list', fields }))
      expect(value).toEqual(expect.arrayContaining([shape]));
  });

  it('does not give a value that is taken', async () => {
    const fields = [field('name', { isUnique: true })];
    const task = taskOf(fields, [{}, {}, {}]);
    const first = await rowsOf(task);
    const again = await rowsOf({
      ...task,
      avoid: first.map(({ name }) => ({ name: name ?? null })),
    });
    const names = [...first, ...again].map(({ name }) => name);
    expect(new Set(names).size).toBe(6);
  });
});

describe('the model', () => {
  const task = taskOf([field('name'), field('note')], [{ topic: 'billing' }, { topic: 'login' }]);

  it('gives the same answer for the same task and another for another seed or attempt', async () => {
    const rows = await rowsOf(task);
    expect(await rowsOf(task)).toEqual(rows);
    expect(await rowsOf({ ...task, seed: 8 })).not.toEqual(rows);
    expect(await rowsOf({ ...task, attempt: 2 })).not.toEqual(rows);
  });

  it('gives a row the same values in whatever request it is asked', async () => {
    const rows = await rowsOf(task);
    expect(await rowsOf({ ...task, rows: task.rows.slice(1) })).toEqual(rows.slice(1));
  });

  it('streams like a real one: pieces, usage, end', async () => {
    const events = await eventsOf(task);
    expect(events.filter(({ kind }) => kind === 'text-delta').length).toBeGreaterThan(4);
    expect(events.slice(-2)).toMatchObject([
      { kind: 'usage' },
      { kind: 'finished', reason: 'stop' },
    ]);
  });

  it('waits before each row when told to, and stops at once when aborted', async () => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const request = { model: '', messages: [], parameters: {}, task };
    const model = createDemoModel({ clock, delayMs: 100 });
    const events: ModelEvent[] = [];
    const run = (async () => {
      for await (const event of model.stream(request, controller.signal)) events.push(event);
    })();
    await clock.advance(150);
    expect(events.length).toBeGreaterThan(0);
    controller.abort(new DOMException('Stopped', 'AbortError'));
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.pendingSleeps).toBe(0);
  });
});

describe('withArticle', () => {
  it.each([
    ['55-inch TV', 'a'],
    ['85-inch TV', 'an'],
    ['OLED TV', 'an'],
    ['QLED TV', 'a'],
    ['LCD panel', 'an'],
    ['used car', 'a'],
    ['apple', 'an'],
  ])('%s takes “%s”', (words, article) => {
    expect(withArticle(words)).toBe(`${article} ${words}`);
  });
});

describe('a judge that is the demo model', () => {
  const rubric = field('quality', {
    type: 'object',
    fields: [
      field('wit', {
        type: 'object',
        fields: [
          field('reasoning'),
          field('score', {
            type: 'integer',
            values: ['1', '2', '3'],
            description: '1: dull; 3: fun',
          }),
        ],
      }),
    ],
  });
  const judged = (texts: readonly string[]) =>
    rowsOf({
      ...taskOf(
        [rubric],
        texts.map((joke) => ({ joke })),
      ),
      isJudging: true,
    });
  const scoresOf = (rows: readonly JsonObject[]) =>
    rows.map(({ quality }) => (quality as { wit: { score: number; reasoning: string } }).wit);

  it('gives the same text the same score, with a reason, and other texts others', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `A joke about lamp ${index}.`);
    const first = scoresOf(await judged(texts));
    const again = scoresOf(await judged(texts.toReversed())).toReversed();
    expect(again).toEqual(first);
    expect(new Set(first.map(({ score }) => score))).toEqual(new Set([1, 2, 3]));
    expect(first[0]?.reasoning).toMatch(/^For wit: .*lamp 0\.”\.$/);
  });
});
