import { describe, expect, it } from 'vitest';
import { readRowsPart } from '#core/codecs/import-formats.ts';
import { draftOfParts, isSameTable, type RowsPart } from './rows-part.ts';

async function part(name: string, text: string): Promise<RowsPart> {
  const read = await readRowsPart({ name, bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.error[0]?.message);
  return read.value;
}

function drafted(...parts: [RowsPart, ...RowsPart[]]) {
  const draft = draftOfParts(parts);
  if (!draft.ok) throw new Error(draft.error[0]?.message);
  return draft.value;
}

const messages = ({ notices }: ReturnType<typeof drafted>) => notices.map(({ message }) => message);

describe('files looked at as one table', () => {
  it('are one set of rows under the name of the first, with kinds told from all of them', async () => {
    const draft = drafted(await part('a.csv', 'n\n1\n2\n'), await part('b.csv', 'n\n3\nfew\n'));
    expect(draft).toMatchObject({ name: 'a.csv', rowCount: 4 });
    expect(messages(draft)).toEqual([
      'n: 3 numbers, 1 word (“few” in row 4). They are read as texts.',
    ]);
  });

  it('say what could not be read, and in which of them', async () => {
    const broken = await part('b.jsonl', '{"n":2}\n[3]\n');
    expect(messages(drafted(broken))).toEqual(['Line 2 is no JSON object; it is left out.']);
    expect(messages(drafted(await part('a.csv', 'n\n1\n'), broken))).toEqual([
      'b.jsonl: Line 2 is no JSON object; it is left out.',
    ]);
  });

  it('name the first places and count the rest', async () => {
    const lines = Array.from({ length: 12 }, () => 'x').join('\n');
    const found = messages(drafted(await part('a.jsonl', `{"n":1}\n${lines}`)));
    expect(found).toHaveLength(9);
    expect(found.at(-1)).toBe('4 more places could not be read.');
  });
});

describe('isSameTable', () => {
  const rows = (...fields: string[]) => [Object.fromEntries(fields.map((field) => [field, null]))];

  it.each([
    [['a', 'b'], ['b', 'a'], true],
    [['a', 'b'], ['a', 'b', 'c'], true],
    [['a', 'b'], ['a', 'c'], false],
    [['a'], [], false],
  ])('%j beside %j: %s', (one, other, isSame) => {
    expect(isSameTable(rows(...one), rows(...other))).toBe(isSame);
  });
});
