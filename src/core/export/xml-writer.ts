/**
 * XML 1.0: an element for each row, in it one for each column. Lists and objects are elements in turn, so
 * that a query reaches into them.
 */
import type { JsonValue } from '#core/base/json.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { RowWriter } from './row-writer.ts';
import {
  createChangeLog,
  writeBatches,
  type BatchEncoder,
  type ChangeLog,
} from './write-batches.ts';
import { elementNames } from './xml-names.ts';
import { isBeyondXml, xmlAttribute, xmlText } from './xml-text.ts';

const opening = `<?xml version="1.0" encoding="UTF-8"?>
<rows xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
`;

/**
 * One row a line. A cell without a value is `xsi:nil`, items of a list are called `item`, and an element
 * whose column or key is no name of XML says the original in its attribute `name`. Characters that XML
 * forbids become U+FFFD, and the cell is reported.
 */
export function createXmlWriter(): RowWriter {
  return {
    extension: 'xml',
    write: (rows, sink, signal) => {
      const changes = createChangeLog();
      return writeBatches(
        { rows, sink, signal },
        createEncoder(rows.columnNames, changes),
        changes,
      );
    },
  };
}

function createEncoder(columnNames: readonly string[], changes: ChangeLog): BatchEncoder {
  const buffer = new ByteBuffer();
  const tags = tagsOf(columnNames);
  return {
    buffer,
    begin: () => {
      for (const column of columnNames) if (isBeyondXml(column)) changes.add({ column });
      buffer.text(opening);
    },
    row: (batch, index) => {
      buffer.text('<row>');
      tags.forEach((tag, at) => {
        const value = batch.columns[at]?.[index];
        if (isBeyondXml(value))
          changes.add({ row: batch.rows[index] ?? 0, column: columnNames[at] ?? '' });
        buffer.text(elementOf(tag, value));
      });
      buffer.text('</row>\n');
    },
    end: () => {
      buffer.text('</rows>\n');
    },
  };
}

interface Tag {
  readonly name: string;
  /** Between the name and the closing bracket: the original where the name is another. */
  readonly original: string;
}

const item: Tag = { name: 'item', original: '' };

function tagsOf(texts: readonly string[]): readonly Tag[] {
  const names = elementNames(texts);
  return texts.map((text, index) => {
    const name = names[index] ?? text;
    return { name, original: name === text ? '' : ` name="${xmlAttribute(text)}"` };
  });
}

function elementOf({ name, original }: Tag, value: JsonValue | undefined): string {
  if (value === undefined || value === null) return `<${name}${original} xsi:nil="true"/>`;
  return `<${name}${original}>${contentOf(value)}</${name}>`;
}

function contentOf(value: JsonValue): string {
  if (typeof value === 'string') return xmlText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((entry) => elementOf(item, entry)).join('');
  const entries = Object.entries(value);
  const tags = tagsOf(entries.map(([key]) => key));
  return entries.map(([, entry], index) => elementOf(tags[index] ?? item, entry)).join('');
}
