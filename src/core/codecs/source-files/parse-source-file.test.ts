import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { parseDocumentFile, parseSourceFile } from './parse-source-file.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function rowsOf(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? encode(content) : content;
  const read = await parseSourceFile({ name, bytes });
  return read.ok ? read.value : read.error;
}

describe('data files', () => {
  it('are read line by line as JSONL, blank lines skipped', async () => {
    expect(await rowsOf('a.jsonl', '{"id":"007","n":1}\n\n{"id":"008","n":[2]}\n')).toEqual([
      { id: '007', n: 1 },
      { id: '008', n: [2] },
    ]);
  });

  it('say which line is no object', async () => {
    expect(await rowsOf('a.jsonl', '{"a":1}\n[1]\n')).toBe('Line 2 is no JSON object.');
  });

  it('are read as one list of objects as JSON', async () => {
    expect(await rowsOf('a.JSON', '[{"a":{"b":null}}]')).toEqual([{ a: { b: null } }]);
    expect(await rowsOf('a.json', '[1]')).toBe('The file is no list of objects.');
  });

  it('keep the texts of a table as they are', async () => {
    const rows = [
      { id: '007', word: 'a,b' },
      { id: '', word: 'NA' },
    ];
    expect(await rowsOf('a.csv', 'id,word\n007,"a,b"\n,NA\n')).toEqual(rows);
    expect(await rowsOf('a.tsv', 'id\tword\n007\ta,b\n\tNA\n')).toEqual(rows);
  });

  it('are read as Parquet, whole numbers and lists as such', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'word', data: ['a', 'ß'], type: 'STRING' },
        { name: 'big', data: [1n, 2n], type: 'INT64' },
        { name: 'tags', data: [{ x: [1] }, { x: [2] }], type: 'JSON' },
      ],
    });
    expect(await rowsOf('a.parquet', new Uint8Array(buffer))).toEqual([
      { word: 'a', big: 1, tags: { x: [1] } },
      { word: 'ß', big: 2, tags: { x: [2] } },
    ]);
  });

  it('are read as a workbook, all sheets one after the other', async () => {
    const head = [{ value: 'word' }, { value: 'n' }];
    const sheet = (word: string, n: number) => [head, [{ value: word }, { value: n }]];
    const blob = await writeExcelFile([
      { data: sheet('a', 1), sheet: 'one' },
      { data: sheet('b', 2), sheet: 'two' },
    ]).toBuffer();
    expect(await rowsOf('a.xlsx', new Uint8Array(blob))).toEqual([
      { word: 'a', n: 1 },
      { word: 'b', n: 2 },
    ]);
  });

  it('say what is wrong with broken binary files, and with others', async () => {
    expect(await rowsOf('a.parquet', 'PAR1')).toMatch(/^The Parquet file could not be read/);
    expect(await rowsOf('a.xlsx', 'PK')).toMatch(/^The workbook could not be read/);
    expect(await rowsOf('a.doc', 'x')).toMatch(/^a\.doc is no data file\./);
  });

  it('lose fields that would reach into objects', async () => {
    expect(await rowsOf('a.jsonl', '{"__proto__":{"x":1},"a":1}')).toEqual([{ a: 1 }]);
  });
});

describe('documents', () => {
  it.each(['a.txt', 'a.md', 'a.html'])('are read as they stand: %s', (name) => {
    const read = parseDocumentFile({ name, bytes: encode('<b>ß</b>\n') });
    expect(read).toEqual({ ok: true, value: '<b>ß</b>\n' });
  });

  it.each(['a.pdf', 'a.docx'])('have to be converted first: %s', (name) => {
    const read = parseDocumentFile({ name, bytes: encode('') });
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining('Convert it') });
  });
});
