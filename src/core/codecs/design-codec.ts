/** The port of every text form of a design. Decoding always ends in `restoreDesign`, so no format has a back door. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import type { RestoredDesign } from '#core/design/restore.ts';

export interface EncodedDesign {
  readonly text: string;
  /** What the format cannot express; nothing is lost silently. */
  readonly notices: readonly Diagnostic[];
}

export interface DesignCodec {
  /** Kebab-case, as the command line names it. */
  readonly id: string;
  readonly label: string;
  /** Pure and total: the same text for the same design. */
  readonly encode: (design: DatasetDesign) => EncodedDesign;
  /** Never throws; bounded by `limits` before any other work. */
  readonly decode: (text: string) => Result<RestoredDesign, readonly Diagnostic[]>;
}
