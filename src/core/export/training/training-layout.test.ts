import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { guessParts } from './guess-parts.ts';
import { layoutProblem, parseTurnParts } from './training-layout.ts';

const design = (names: readonly string[], chat?: string) =>
  createDesign({
    columns: names.map((name) =>
      columnSchema.parse({
        ...{ id: `id of ${name}`, name },
        fill: name === chat ? { kind: 'chat', messages: [] } : { kind: 'uuid' },
      }),
    ),
  });

describe('guessParts', () => {
  it('tells the parts by what columns are usually called', () => {
    expect(guessParts(design(['kind', 'System_Prompt', 'Question', 'answer']))).toEqual({
      system: 'id of System_Prompt',
      user: 'id of Question',
      assistant: 'id of answer',
    });
    expect(guessParts(design(['input', 'output']))).toEqual({
      user: 'id of input',
      assistant: 'id of output',
    });
  });

  it('prefers a column of conversations, and guesses nothing of other names', () => {
    expect(guessParts(design(['question', 'talk'], 'talk'))).toEqual({
      conversation: 'id of talk',
    });
    expect(guessParts(design(['kind', 'watts']))).toEqual({});
  });
});

describe('parseTurnParts', () => {
  const find = (name: string) => ({ question: 'q', 'the answer': 'a' })[name];

  it('reads parts by names of columns, with blanks in them and around', () => {
    expect(parseTurnParts('user=question, Assistant = the answer', find)).toEqual({
      ok: true,
      value: { user: 'q', assistant: 'a' },
    });
  });

  it('says what is wrong', () => {
    expect(parseTurnParts('speaker=question', find)).toMatchObject({
      error: expect.stringContaining('conversation, system, user, input, assistant') as string,
    });
    expect(parseTurnParts('user=gone', find)).toMatchObject({
      error: 'There is no column “gone”.',
    });
  });
});

describe('layoutProblem', () => {
  it('wants both sides, each from a column of its own, or a whole conversation', () => {
    expect(layoutProblem({ parts: { user: 'q' } })).toMatch(/one for the assistant/);
    expect(layoutProblem({ parts: { user: 'q', assistant: 'q' } })).toMatch(/two parts/);
    expect(layoutProblem({ parts: { user: 'q', assistant: 'a' } })).toBeUndefined();
    expect(layoutProblem({ parts: { conversation: 'c', user: 'c' } })).toBeUndefined();
  });
});
