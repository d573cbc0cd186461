import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import type { FillKind, FillOf } from '#core/design/fill.ts';

export interface FillEditorProps<Kind extends FillKind> {
  readonly column: Column;
  readonly fill: FillOf<Kind>;
  /** Place of the fill in the design. */
  readonly path: JsonPath;
}
