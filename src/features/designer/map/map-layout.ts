/** Where the columns of a design stand in the picture of who reads whom: readers below what they read. */
import type { ColumnDependencies } from '#core/design/dependencies.ts';

export interface MapNode {
  readonly id: string;
  readonly left: number;
  readonly top: number;
}

export interface MapEdge {
  /** The column that is read. */
  readonly from: string;
  readonly to: string;
}

export interface MapLayout {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** In px. */
  readonly height: number;
}

/** In px. */
export const mapNode = { width: 118, height: 26 } as const;
const gap = { across: 14, wrapped: 8, layers: 34 } as const;

export function mapLayout(dependencies: ColumnDependencies, width: number): MapLayout {
  const edges = [...dependencies].flatMap(([to, read]) =>
    [...read].filter((from) => from !== to && dependencies.has(from)).map((from) => ({ from, to })),
  );
  const perLine = Math.max(1, Math.floor((width + gap.across) / (mapNode.width + gap.across)));
  const nodes: MapNode[] = [];
  let top = 0;
  for (const layer of layersOf(dependencies)) {
    const places = new Map(nodes.map(({ id, left }) => [id, left]));
    const ordered = byParents(layer, dependencies, places);
    for (let first = 0; first < ordered.length; first += perLine) {
      const line = ordered.slice(first, first + perLine);
      const taken = line.length * (mapNode.width + gap.across) - gap.across;
      const start = Math.max(0, (width - taken) / 2);
      line.forEach((id, place) => {
        nodes.push({ id, left: start + place * (mapNode.width + gap.across), top });
      });
      top += mapNode.height + gap.wrapped;
    }
    top += gap.layers - gap.wrapped;
  }
  return { nodes, edges, height: Math.max(0, top - gap.layers) };
}

/** Columns by the longest way from one that reads nothing; what stands in a circle comes after the rest. */
function layersOf(dependencies: ColumnDependencies): readonly (readonly string[])[] {
  const layers: string[][] = [];
  const placed = new Set<string>();
  let left = [...dependencies.keys()];
  while (left.length > 0) {
    const ready = left.filter((id) =>
      [...(dependencies.get(id) ?? [])].every(
        (read) => placed.has(read) || !dependencies.has(read),
      ),
    );
    const layer = ready.length > 0 ? ready : left;
    layers.push(layer);
    for (const id of layer) placed.add(id);
    left = left.filter((id) => !placed.has(id));
  }
  return layers;
}

/** Those that read from the left stand on the left, so that fewer lines cross. */
function byParents(
  layer: readonly string[],
  dependencies: ColumnDependencies,
  places: ReadonlyMap<string, number>,
): readonly string[] {
  const middle = (id: string): number => {
    const lefts = [...(dependencies.get(id) ?? [])].flatMap((read) => places.get(read) ?? []);
    return lefts.reduce((sum, left) => sum + left, 0) / Math.max(1, lefts.length);
  };
  return layer.toSorted((a, b) => middle(a) - middle(b));
}
