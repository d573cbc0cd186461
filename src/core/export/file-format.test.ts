import { expect, it } from 'vitest';
import { createRowWriter } from './create-row-writer.ts';
import { fileFormatOf, fileFormats } from './file-format.ts';

it('tells the format from the ending of a name, in letters of any case', () => {
  expect(['a.jsonl', 'b.CSV', 'c.d.Json', 'e.tsv'].map(fileFormatOf)).toEqual([
    'jsonl',
    'csv',
    'json',
    'tsv',
  ]);
  expect(['rows', 'rows.txt', 'csv', '.jsonl.bak'].map(fileFormatOf)).toEqual(
    Array.from({ length: 4 }),
  );
});

it('has a writer for each format, whose files end in its name', () => {
  for (const format of fileFormats)
    expect(createRowWriter(format, { dialect: 'jinja', name: 'Lamps' }).extension).toBe(format);
});
