/**
 * Values of many rows at once, without a call and a check for each cell. A kernel gives what the draw
 * of the same column gives, cell for cell; where it cannot, it says so and the draw takes over.
 */
import type { JsonValue } from '#core/base/json.ts';

/** Most rows a kernel is asked for at a time. */
export const blockRows = 4_096;

export type BlockKernel =
  | {
      readonly kind: 'numbers';
      /** Writes rows [start, start + count) to the front of `out`. False when a row needs the draw. */
      readonly fill: (start: number, count: number, out: Float64Array) => boolean;
    }
  | {
      readonly kind: 'codes';
      /** What a code stands for; the same code always gives the same value. */
      readonly valueOf: (code: number) => JsonValue;
      /** As for numbers; codes are below 65,536. */
      readonly fill: (start: number, count: number, out: Int32Array) => boolean;
    }
  | {
      readonly kind: 'computed';
      /** The value of a row at any time, so that it need not be kept: never null, and the same until the cells it reads change. */
      readonly valueOf: (row: number) => JsonValue;
      /** False when one of rows [start, start + count) needs the draw; every row has such a value when absent. */
      readonly covers?: (start: number, count: number) => boolean;
    };
