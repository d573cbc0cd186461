/** The shape of a row as schema languages tell it: what every reader of this folder makes, and what becomes columns. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { ColumnType } from '#core/design/design.ts';

export interface ShapeField {
  readonly name: string;
  readonly type: ColumnType;
  readonly description?: string | undefined;
  /** The only values allowed. */
  readonly values?: readonly string[] | undefined;
  /** Fields of an object, or of each item of a list. */
  readonly fields?: readonly ShapeField[] | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Characters. */
  readonly shortest?: number | undefined;
  readonly longest?: number | undefined;
  readonly pattern?: string | undefined;
  readonly isUnique?: boolean;
  /** Counts on from row to row, such as a serial key. */
  readonly isCounted?: boolean;
  readonly isUuid?: boolean;
}

/** Something that was not taken over. */
export interface ShapeLoss {
  readonly path: JsonPath;
  readonly message: string;
}

export interface ReadShape {
  readonly name: string;
  readonly description?: string | undefined;
  readonly fields: readonly ShapeField[];
  readonly losses: readonly ShapeLoss[];
}
