/** How many rows of a file a design can hold: it is stored and shared as one document of a bounded size. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import type { DatasetDesign } from '#core/design/design.ts';

/** What is left for the rest of the design to grow. */
const share = 0.8;

/** The first rows that fit beside what the design holds already; the same list when all do. */
export function fittingRows(
  design: DatasetDesign,
  rows: readonly JsonObject[],
): readonly JsonObject[] {
  const held = sizeOf(design as unknown as JsonValue);
  let length = held.length;
  let nodes = held.nodes;
  for (const [index, row] of rows.entries()) {
    const size = sizeOf(row);
    length += size.length;
    nodes += size.nodes;
    if (length > limits.designLength * share || nodes > limits.designNodes * share)
      return rows.slice(0, index);
  }
  return rows;
}

interface Size {
  /** Characters as compact JSON. */
  readonly length: number;
  /** Values, nested ones included. */
  readonly nodes: number;
}

function sizeOf(value: JsonValue): Size {
  return { length: JSON.stringify(value).length + 1, nodes: nodesOf(value) };
}

function nodesOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + nodesOf(item), 1);
}
