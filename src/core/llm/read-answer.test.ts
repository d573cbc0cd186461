import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { readAnswer, type AnswerPart } from './answer-parts.ts';
import { createAnswerReader } from './read-answer.ts';
import type { RowTask } from './row-task.ts';
import { createScriptedModel, type ScriptedAnswer } from './scripted-model.ts';

function task(...rows: readonly number[]): RowTask {
  return {
    callId: 'call',
    brief: '',
    instructions: '',
    systemMessages: [],
    fields: [{ name: 'name', description: '', type: 'text' }],
    rules: [],
    examples: [],
    rows: rows.map((row) => ({ row, facts: {}, notes: {}, messages: [], corrections: [] })),
    avoid: [],
    seed: 1,
    attempt: 1,
  };
}

function read(rows: readonly number[], objects: readonly JsonObject[]) {
  const reader = createAnswerReader(task(...rows));
  const early = reader.push(JSON.stringify({ rows: objects }));
  const end = reader.end();
  return { ...end, pairs: [...early, ...end.rows].map(({ row, values }) => [row, values.name]) };
}

const named = (row: number, name: string): JsonObject => ({ row, name });

describe('createAnswerReader', () => {
  it('matches rows by their number, in any order', () => {
    const { pairs, missing } = read([4, 5, 6], [named(7, 'c'), named(5, 'a')]);
    expect(pairs).toEqual([
      [6, 'c'],
      [4, 'a'],
    ]);
    expect(missing).toEqual([5]);
  });

  it('drops rows nobody asked for and repeats, and counts them', () => {
    const { pairs, extraCount } = read(
      [0, 1],
      [named(1, 'a'), named(1, 'a'), named(9, 'x'), named(2, 'b'), named(2, 'z')],
    );
    expect(pairs).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
    expect(extraCount).toBe(3);
  });

  it('takes rows without numbers in order', () => {
    const { pairs } = read([4, 5], [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(pairs).toEqual([
      [4, 'a'],
      [5, 'b'],
    ]);
  });

  it('takes rows in order when all have the same number', () => {
    const { pairs } = read([0, 1, 2], [named(1, 'a'), named(1, 'b'), named(1, 'c')]);
    expect(pairs).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  it('takes a second object with the same number for a repeat when other numbers follow', () => {
    const { pairs } = read([0, 1, 2], [named(1, 'a'), named(1, 'b'), named(2, 'c'), named(3, 'd')]);
    expect(pairs).toEqual([
      [0, 'a'],
      [1, 'c'],
      [2, 'd'],
    ]);
  });

  it('takes two rows in order when both have the same number', () => {
    const { pairs } = read([4, 5], [named(5, 'a'), named(5, 'b')]);
    expect(pairs).toEqual([
      [4, 'a'],
      [5, 'b'],
    ]);
  });

  it('understands rows that are counted anew from one', () => {
    const { pairs } = read([5, 6, 9], [named(1, 'a'), named(3, 'c')]);
    expect(pairs).toEqual([
      [5, 'a'],
      [9, 'c'],
    ]);
  });

  it('reads ten thousand rows for ten asked without keeping them', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => named(index + 1, `n${index}`));
    const { pairs, extraCount } = read([...Array(10).keys()], many);
    expect(pairs).toHaveLength(10);
    expect(extraCount).toBe(9_990);
  });

  it('never loses an answer without rows in silence', () => {
    const reader = createAnswerReader(task(0));
    reader.push('I am sorry, I cannot do that.');
    expect(reader.end()).toMatchObject({
      missing: [0],
      problems: [{ message: 'The answer holds no rows.' }],
    });
  });

  it('drops keys that could reach a prototype', () => {
    const reader = createAnswerReader(task(0));
    const [row] = reader.push('{"rows":[{"row":1,"name":"a","__proto__":{"x":1}}]}');
    expect(Object.keys(row?.values ?? {})).toEqual(['name']);
  });
});

async function partsOf(answer: ScriptedAnswer): Promise<{ parts: AnswerPart[]; error: unknown }> {
  const model = createScriptedModel([answer]);
  const request = { model: 'm', messages: [], parameters: {} };
  const parts: AnswerPart[] = [];
  try {
    const events = model.stream(request, new AbortController().signal);
    for await (const part of readAnswer(events, task(0, 1))) parts.push(part);
  } catch (error) {
    return { parts, error };
  }
  return { parts, error: undefined };
}

describe('readAnswer', () => {
  const text = JSON.stringify({ rows: [named(1, 'a'), named(2, 'b')] });

  it('gives rows as they close, then the end', async () => {
    const { parts } = await partsOf({
      kind: 'text',
      text,
      pieceLength: 8,
      usage: { outputTokens: 3 },
    });
    expect(parts.map(({ kind }) => kind)).toEqual(['rows', 'rows', 'usage', 'finished']);
    expect(parts.at(-1)).toMatchObject({ reason: 'stop', hasText: true, missing: [] });
  });

  it('gives the finished rows of a stream that breaks, then its error', async () => {
    const { parts, error } = await partsOf({ kind: 'cut', text: text.slice(0, -8) });
    expect(parts).toMatchObject([{ kind: 'rows', rows: [{ row: 0 }] }]);
    expect(error).toMatchObject({ kind: 'cut-off' });
  });

  it('says when an answer was blank', async () => {
    const { parts } = await partsOf({ kind: 'text', text: ' \n' });
    expect(parts).toMatchObject([{ kind: 'finished', hasText: false }]);
  });
});
