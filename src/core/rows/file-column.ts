/** A column that stands only in files: said about a row, not part of the design. */
import type { JsonValue } from '#core/base/json.ts';

export interface FileColumn {
  /** Begins with `_`. Where a column of the design has the name, a number is put behind it. */
  readonly name: string;
  /** For a 0-based row of the dataset; null where nothing is known. Asked while the file is written. */
  readonly valueOf: (row: number) => JsonValue;
}
