import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { createRowScanner, type RowScannerOptions, type ScanEnd } from './row-scanner.ts';

interface Scanned extends ScanEnd {
  readonly objects: readonly JsonObject[];
  readonly numbers: readonly (number | undefined)[];
}

const usual: RowScannerOptions = { fieldNames: ['name', 'text', 'tags'], rowKey: 'row' };

function scan(pieces: readonly string[], options = usual): Scanned {
  const scanner = createRowScanner(options);
  const rows = pieces.flatMap((piece) => scanner.push(piece));
  const end = scanner.end();
  const all = [...rows, ...end.rows];
  return {
    ...end,
    objects: all.map(({ object }) => object),
    numbers: all.map(({ number }) => number),
  };
}

function scanText(text: string, options = usual): Scanned {
  return scan([text], options);
}

/** Cuts a text at every position that the numbers name. */
function cut(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((at) => at % (text.length + 1)), text.length].sort(
    (left, right) => left - right,
  );
  return places.slice(1).map((place, index) => text.slice(places[index], place));
}

const rows = [
  { row: 1, name: 'Ann "the {brace}"', text: 'back\\slash \\" and ] } [', tags: ['a', 'b'] },
  { row: 2, name: 'Bö😀', text: 'line\nbreak\u2028', tags: [] },
  { row: 3, name: '', text: '{"row": 9}', tags: ['"'] },
];

const shapes: Readonly<Record<string, string>> = {
  wrapper: JSON.stringify({ rows }),
  'pretty wrapper': JSON.stringify({ rows }, null, 2),
  'bare array': JSON.stringify(rows),
  'one object per line': rows.map((row) => JSON.stringify(row)).join('\n'),
  'fence and prose': `Here's the 5" list [as asked]:\n\`\`\`json\n${JSON.stringify({ rows })}\n\`\`\`\nI hope {this} helps.`,
  'other wrapper': JSON.stringify({ status: 'ok', 'a "b": [': 1, data: { count: 3, items: rows } }),
  'metadata first': JSON.stringify({ columns: ['name', 'text'], total: 3, rows }),
  'two arrays': `${JSON.stringify(rows.slice(0, 1))}\n${JSON.stringify(rows.slice(1))}`,
  thoughts: `<think>I could write {"row": 1, "name": "draft"}.</think>\n${JSON.stringify({ rows })}`,
  'wrapper with a title': JSON.stringify({ name: 'A list', rows }),
};

describe('shapes of answers', () => {
  it.each(Object.entries(shapes))('reads rows from: %s', (_, text) => {
    expect(scanText(text).objects).toEqual(rows);
  });

  it.each(Object.entries(shapes))('reads the same rows one character at a time: %s', (_, text) => {
    expect(scan(text.split('')).objects).toEqual(rows);
  });

  it('gives the same rows for any cut into pieces', () => {
    const shape = fc.constantFrom(...Object.values(shapes));
    fc.assert(
      fc.property(shape, fc.array(fc.nat(2000), { maxLength: 40 }), (text, cuts) => {
        expect(scan(cut(text, cuts)).objects).toEqual(rows);
      }),
    );
  });

  it('reads any values whatever the cuts', () => {
    const row = fc.record({
      name: fc.string({ unit: 'binary' }),
      text: fc.string(),
      tags: fc.array(fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(fc.nat(2000)), (values, cuts) => {
        const numbered = values.map((value, index) => ({ row: index + 1, ...value }));
        const text = JSON.stringify({ rows: numbered });
        expect(scan(cut(text, cuts)).objects).toEqual((JSON.parse(text) as { rows: unknown }).rows);
      }),
    );
  });

  it('never throws on arbitrary text', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \nrow1a\'/'.split('')) });
    fc.assert(
      fc.property(noise, (text) => {
        const whole = scanText(text);
        expect(scan(text.split('')).objects).toEqual(whole.objects);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a single object', () => {
    expect(scanText('{"name": "x", "text": "y"}').objects).toEqual([{ name: 'x', text: 'y' }]);
  });

  it('reads the row number also when it is text', () => {
    expect(scanText('[{"row": "7", "name": "x"}]').numbers).toEqual([7]);
  });

  it('reads rows whose keys are unknown inside the rows array', () => {
    expect(scanText('{"rows": [{"nom": "x"}]}').objects).toEqual([{ nom: 'x' }]);
  });

  it('keeps a prototype key as an own property', () => {
    const [object] = scanText('[{"name": "x", "__proto__": {"polluted": true}}]').objects;
    expect(Object.keys(object ?? {})).toEqual(['name', '__proto__']);
  });
});

describe('rows as they close', () => {
  it('gives a row with the piece that closes it', () => {
    const scanner = createRowScanner(usual);
    expect(scanner.push('{"rows": [{"row": 1, "name": "a"')).toHaveLength(0);
    expect(scanner.push('}, {"row": 2,')).toHaveLength(1);
  });

  it('keeps the finished rows of a cut answer and shows the unfinished one', () => {
    const text = JSON.stringify({ rows });
    const end = scanText(text.slice(0, text.indexOf('line') + 2));
    expect(end.objects).toEqual(rows.slice(0, 1));
    expect(end.leftover).toContain('"Bö😀"');
  });

  it('keeps the finished rows when an escape is cut', () => {
    const end = scanText('{"rows": [{"row": 1, "name": "a"}, {"row": 2, "name": "\\u00');
    expect(end.objects).toEqual([{ row: 1, name: 'a' }]);
  });
});

describe('broken rows', () => {
  const good = (row: number): string => JSON.stringify({ row, name: `n${row}`, text: 't' });
  const around = (broken: string): string =>
    `{"rows": [${good(1)}, ${broken}, ${good(3)}, ${good(4)}]}`;

  it.each([
    ['single quotes', `{'row': 2, 'name': 'x'}`],
    ['NaN', `{"row": 2, "name": NaN}`],
    ['a missing quote', `{"row": 2, "name": "x}`],
    ['a quote too many', `{"row": 2, "name": "55" TV"}`],
    ['a missing brace', `{"row": 2, "name": "x"`],
    ['an unquoted key', `{"row": 2, name: "x"}`],
    ['a missing comma', `{"row": 2 "name": "x"}`],
    ['a missing value', `{"row": 2, "name": }`],
    ['deep nesting', `{"row": 2, "name": ${'['.repeat(100)}${']'.repeat(100)}}`],
  ])('keeps the neighbours of a row with %s', (_, broken) => {
    for (const pieces of [[around(broken)], around(broken).split('')]) {
      const { numbers, problems } = scan(pieces);
      expect(numbers).toEqual([1, 3, 4]);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.excerpt).toContain('2');
    }
  });

  it.each([
    ['a trailing comma', `{"row": 2, "name": "x", }`],
    ['comments', `{"row": 2, /* it's */ "name": "x" // end\n}`],
    ['a raw line break in a text', `{"row": 2, "name": "x\ny"}`],
  ])('reads a row with %s', (_, mendable) => {
    expect(scanText(around(mendable)).numbers).toEqual([1, 2, 3, 4]);
  });

  it('reads an answer that is JSON inside a string', () => {
    expect(scanText(JSON.stringify(JSON.stringify({ rows }))).objects).toEqual(rows);
  });

  it('reads an answer that begins with a quotation', () => {
    expect(scanText(`"As you wish": ${JSON.stringify({ rows })}`).objects).toEqual(rows);
  });

  it('gives up a row that is longer than allowed and reads the next', () => {
    const text = `{"rows": [{"row": 1, "name": "${'x'.repeat(500)}"}, ${good(2)}]}`;
    const { numbers, problems } = scan(cut(text, [100, 200, 300, 400]), {
      ...usual,
      maxRowLength: 200,
    });
    expect(numbers).toEqual([2]);
    expect(problems).toHaveLength(1);
  });

  it('survives broken rows inside broken rows', () => {
    const nested = `${'{"row": 1, "name": '.repeat(5_000)}NaN${'}'.repeat(5_000)}`;
    const text = `[${JSON.stringify(rows).slice(1, -1)},`.repeat(1_000) + nested;
    expect(scanText(text).objects).toHaveLength(3_000);
  });

  it('stays linear when every row is broken', () => {
    const text = `{"rows": [${'{"row": 1, "name": "x", '.repeat(20_000)}`;
    expect(scanText(text).objects).toEqual([]);
  });
});
