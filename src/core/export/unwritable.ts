/** What a format has no way to write, so that it can be named before anything leaves. */
import type { JsonValue } from '#core/base/json.ts';
import type { FileFormat } from './file-format.ts';
import { isBeyondSql } from './sql-writer.ts';
import { isBeyondXml } from './xml-text.ts';

/** Whether a file of this format holds the value with U+FFFD in place of some of its characters; undefined where all can be written. */
export function unwritable(
  format: FileFormat,
): ((value: JsonValue | undefined) => boolean) | undefined {
  if (format === 'xml') return isBeyondXml;
  return format === 'sql' ? isBeyondSql : undefined;
}
