/** Which writer a file format has. */
import type { DatasetDesign } from '#core/design/design.ts';
import { createCsvWriter, type CsvOptions } from './csv-writer.ts';
import type { FileFormat } from './file-format.ts';
import { createJsonWriter } from './json-writer.ts';
import { createJsonlWriter, jsonlLayout } from './jsonl-writer.ts';
import { createParquetWriter } from './parquet-writer.ts';
import type { RowWriter } from './row-writer.ts';
import { createSqlWriter, tableName } from './sql-writer.ts';
import { createXmlWriter } from './xml-writer.ts';

/** The writer of a design's rows. `options` count for sheets only. */
export function createRowWriter(
  format: FileFormat,
  design: Pick<DatasetDesign, 'dialect' | 'name'>,
  options: Omit<CsvOptions, 'delimiter'> = {},
): RowWriter {
  switch (format) {
    case 'jsonl':
      return createJsonlWriter(jsonlLayout(design));
    case 'json':
      return createJsonWriter();
    case 'parquet':
      return createParquetWriter();
    case 'sql':
      return createSqlWriter(tableName(design.name));
    case 'xml':
      return createXmlWriter();
    case 'csv':
    case 'tsv':
      return createCsvWriter({ ...options, delimiter: format === 'tsv' ? '\t' : ',' });
  }
}
