import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { createDesign } from '#core/design/defaults.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { placeProblems, readCode, writeCode } from './code-draft.ts';

const design = createDesign({
  name: 'Lamps',
  columns: [columnSchema.parse({ id: 'id', name: 'id', fill: { kind: 'uuid' } })],
});

function problem(parts: Partial<Diagnostic>): Diagnostic {
  return { path: [], code: 'x', severity: 'error', message: 'x', ...parts };
}

function textsOf(text: string, problems: readonly Diagnostic[]): readonly string[] {
  return placeProblems(text, problems).map(({ startOffset, endOffset }) =>
    text.slice(startOffset, endOffset),
  );
}

describe('readCode', () => {
  it('reads what was written', () => {
    expect(readCode(writeCode(design))).toEqual({ design, problems: [] });
  });

  it('takes nothing from a text that is no JSON, and says where', () => {
    const reading = readCode(`${writeCode(design)},`);
    expect(reading.design).toBeUndefined();
    expect(reading.problems).not.toEqual([]);
  });

  it('takes nothing from a text of which a part would be dropped', () => {
    const text = writeCode(design).replace('"uuid"', '"uuuid"');
    const reading = readCode(text);
    expect(reading.design).toBeUndefined();
    expect(reading.problems[0]?.path.slice(0, 2)).toEqual(['columns', 0]);
  });
});

describe('placeProblems', () => {
  const text = String.raw`{"columns":[{"name":"size","fill":{"expression":"a + \"b\" * sze"}}]}`;
  const path = ['columns', 0, 'fill', 'expression'];

  it('places a problem at the value of its path', () => {
    expect(textsOf(text, [problem({ path: ['columns', 0, 'name'] })])).toEqual(['"size"']);
  });

  it('places a problem of something missing at what it is missing from', () => {
    expect(textsOf(text, [problem({ path: ['columns', 0, 'name', 'length'] })])).toEqual([
      '"size"',
    ]);
  });

  it('places a range inside a text, escapes counted', () => {
    const value = 'a + "b" * sze';
    const range = { start: value.indexOf('sze'), end: value.length };
    expect(textsOf(text, [problem({ path, range })])).toEqual(['sze']);
  });
});
