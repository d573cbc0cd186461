import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces, type TextManner } from './text-tints.ts';

const told = (text: string, manner: TextManner) =>
  textPieces(text, manner)
    .filter(({ kind }) => kind !== 'rest')
    .map(({ kind, text: piece }) => `${kind} ${piece}`);

describe('the pieces of a text', () => {
  it('are names and values of JSON, whatever stands in its texts', () => {
    expect(told('{"size":40,"say":"a \\"b\\": 3","ok":true,"none":null}', 'json')).toEqual([
      ...['name "size"', 'number 40', 'name "say"', 'string "a \\"b\\": 3"'],
      ...['name "ok"', 'literal true', 'name "none"', 'literal null'],
    ]);
  });

  it('are a line of names and cells, which may hold separators, quotes and lines', () => {
    expect(told('kind,watts\ndesk,40\n"a, ""b""\nc",-2.5', 'cells')).toEqual([
      ...['name kind', 'name watts', 'string desk', 'number 40'],
      ...['string "a, ""b""\nc"', 'number -2.5'],
    ]);
    expect(told('kind\twatts\ndesk, tall\t40', 'cells')).toEqual([
      ...['name kind', 'name watts', 'string desk, tall', 'number 40'],
    ]);
  });

  it('are words, names and values of SQL', () => {
    expect(told(`INSERT INTO "lamps" VALUES ('it''s', 4.5, NULL);`, 'sql')).toEqual([
      ...['literal INSERT', 'literal INTO', 'name "lamps"', 'literal VALUES'],
      ...[`string 'it''s'`, 'number 4.5', 'literal NULL'],
    ]);
  });

  it('are elements and their contents', () => {
    expect(told('<row>\n  <watts>40</watts><kind>desk 2</kind>', 'markup')).toEqual([
      ...['name <row>', 'name <watts>', 'number 40', 'name </watts>'],
      ...['name <kind>', 'string desk 2', 'name </kind>'],
    ]);
  });

  it('leave digits inside words alone', () => {
    expect(told('2026-03-03,A63,4 kg', 'cells').every((piece) => piece.startsWith('name'))).toBe(
      true,
    );
    expect(told('x\n2026-03-03,A63,4 kg', 'cells').slice(1)).toEqual([
      ...['string 2026-03-03', 'string A63', 'string 4 kg'],
    ]);
  });

  it('add up to any text', () => {
    const part = fc.constantFrom(
      '"',
      "'",
      ',',
      '\t',
      '\n',
      ':',
      '{',
      '1',
      '-',
      'a',
      '\\',
      '.',
      '<',
      '>',
    );
    const text = fc.array(part).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('json', 'cells', 'sql', 'markup'), (given, manner) => {
        expect(
          textPieces(given, manner)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(given);
      }),
    );
  });
});
