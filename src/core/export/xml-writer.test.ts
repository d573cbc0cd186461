// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { createMemorySink, describeRowWriter, exportRowsOf } from './row-writer.contract.ts';
import { createXmlWriter } from './xml-writer.ts';

type Table = readonly (readonly (JsonValue | undefined)[])[];

async function xmlOf(names: readonly string[], table: Table) {
  const sink = createMemorySink();
  const report = await createXmlWriter().write(exportRowsOf(names, table), sink);
  return { text: sink.text(), report };
}

/** The root of a well-formed document; fails for any other. */
function parse(text: string): Element {
  const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
  expect(root.localName, root.textContent).toBe('rows');
  return root;
}

/** Lone surrogates leave as U+FFFD. */
const wellFormed = (raw: string): string => Buffer.from(raw).toString();

const nameOf = (element: Element): string => element.getAttribute('name') ?? element.localName;

/** XML has texts and elements alone: what a value is comes from the value it should be. */
function read(element: Element, like: JsonValue | undefined): JsonValue {
  if (element.getAttribute('xsi:nil') === 'true') return null;
  const children = [...element.children];
  if (typeof like === 'number') return Number(element.textContent);
  if (typeof like === 'boolean') return element.textContent === 'true';
  if (typeof like !== 'object' || like === null) return element.textContent;
  if (Array.isArray(like))
    return children.map((child, index) => read(child, (like as readonly JsonValue[])[index]));
  const before = new Map(Object.entries(like));
  return Object.fromEntries(
    children.map((child) => [nameOf(child), read(child, before.get(nameOf(child)))]),
  );
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('<', '&', ']', '>', '"', "'", '\t', '\r', '\n', ' ', ':') }),
  fc.constantFrom(']]>', '<!--', 'xml:lang', 'XMLx', '1st', 'a b', 'a_b', 'item', '-', '', 'é'),
);
/** Texts that XML 1.0 can hold. */
const text = awkward.map((raw) =>
  // eslint-disable-next-line no-control-regex -- these are what XML forbids
  wellFormed(raw).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '?'),
);
const leaf = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
  fc.constant(null),
);
const { value: cell } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const tables = (names: fc.Arbitrary<string>, value: fc.Arbitrary<JsonValue>) =>
  fc
    .uniqueArray(names, { minLength: 1, maxLength: 5 })
    .chain((columns) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(fc.array(value, { minLength: columns.length, maxLength: columns.length })),
      ),
    );

describeRowWriter('XML', createXmlWriter);

describe('createXmlWriter', () => {
  it('writes a row a line and says the original of a name that XML cannot have', async () => {
    const { text: file, report } = await xmlOf(
      ['price', 'unit price (%)'],
      [
        [1.5, 'a < b & c'],
        [undefined, ['x', null, { '2nd': true }]],
      ],
    );
    expect(file).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rows xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        '<row><price>1.5</price><unit_price____ name="unit price (%)">a &lt; b &amp; c</unit_price____></row>',
        '<row><price xsi:nil="true"/><unit_price____ name="unit price (%)"><item>x</item><item xsi:nil="true"/><item><_2nd name="2nd">true</_2nd></item></unit_price____></row>',
        '</rows>',
        '',
      ].join('\n'),
    );
    expect(report.changedCount).toBe(0);
  });

  it('is read back to the same rows whatever stands in cells, names and keys', async () => {
    await fc.assert(
      fc.asyncProperty(tables(text, cell), async ([columns, table]) => {
        const { text: file, report } = await xmlOf(columns, table);
        const rows = [...parse(file).children].map((row) => [...row.children]);
        const values = rows.map((row, index) =>
          row.map((element, at) => read(element, table[index]?.[at])),
        );
        expect(values).toEqual(table);
        for (const row of rows) {
          expect(row.map(nameOf)).toEqual(columns);
          expect(new Set(row.map(({ localName }) => localName)).size).toBe(columns.length);
        }
        expect(report.changedCount).toBe(0);
      }),
    );
  });

  it('stays well-formed and names each cell that holds what XML forbids', async () => {
    const hostile = fc.string({ unit: fc.constantFrom('a', '\0', '\v', '\ud800', '\uffff', '😀') });
    await fc.assert(
      fc.asyncProperty(tables(hostile, hostile), async ([columns, table]) => {
        const { text: file, report } = await xmlOf(columns, table);
        const rows = [...parse(file).children].map((row) => [...row.children]);
        const kept = (value: string) => wellFormed(value).replace(/[\0\v\uffff]/g, '\ufffd');
        expect(rows.map((row) => row.map(({ textContent }) => textContent))).toEqual(
          table.map((row) => row.map((value) => kept(value as string))),
        );
        const changed = table.flatMap((row, index) =>
          row.flatMap((value, at) =>
            kept(value as string) === value ? [] : [{ row: index, column: columns[at] ?? '' }],
          ),
        );
        expect(report.changedCells.filter(({ row }) => row !== undefined)).toEqual(changed);
        expect(report.changedCells.filter(({ row }) => row === undefined)).toEqual(
          columns.filter((column) => kept(column) !== column).map((column) => ({ column })),
        );
      }),
    );
  });
});
