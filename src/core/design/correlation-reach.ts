/** How far two sampled numbers can go along with each other, whatever is drawn: the laws alone decide that. */
import { findColumn, type Column, type DatasetDesign } from './design.ts';
import type { FillOf } from './fill.ts';
import { isCoupled } from './implied-matrices.ts';
import { extremeCorrelation, shapePoints } from './law/latent-correlation.ts';
import { cutOf, lawOf } from './law/law-of.ts';
import { lawShape } from './law/law-shape.ts';
import { within } from './law/law.ts';
import { metLaws } from './met-laws.ts';
import { narrowingsOf } from './narrowing.ts';

interface Reached {
  /** Pearson's r that cannot be passed in the direction of the wanted one. */
  readonly most: number;
  /** The rows in which it is least, as `MetLaws` says it. */
  readonly where: string;
  readonly names: string;
}

/** Undefined for columns that are no sampled numbers, whose law is broken, or that rules about order narrow. Rounding is not counted in. */
export type Reach = (xId: string, yId: string, wanted: number) => Reached | undefined;

export function createReach(design: DatasetDesign): Reach {
  const pointsOf = createPoints();
  let narrowed: ReadonlyMap<string, unknown> | undefined;
  const isNarrowed = (id: string): boolean => {
    narrowed ??= narrowingsOf(design).columns;
    return narrowed.has(id);
  };
  return (xId, yId, wanted) => {
    const [x, y] = [findColumn(design, xId), findColumn(design, yId)];
    if (x === undefined || y === undefined || wanted === 0) return undefined;
    if (!isCoupled(x) || !isCoupled(y)) return undefined;
    if (isNarrowed(xId) || isNarrowed(yId)) return undefined;
    const found = metLaws(x, y, design).flatMap(({ x: one, y: other, where }): Reached[] => {
      const [first, second] = [pointsOf(one, x), pointsOf(other, y)];
      if (first === undefined || second === undefined) return [];
      const most = extremeCorrelation(wanted > 0 ? 1 : -1, first, second);
      return [{ most, where, names: `${x.name} and ${y.name}` }];
    });
    return found.toSorted((one, other) => Math.abs(one.most) - Math.abs(other.most))[0];
  };
}

type Points = (fill: FillOf<'number'>, column: Column) => Float64Array | undefined;

/** Laws that differ by place and scale alone are asked once. */
function createPoints(): Points {
  const known = new Map<string, Float64Array | undefined>();
  return (fill, { type }) => {
    const key = lawShape(fill, type);
    if (!known.has(key)) known.set(key, pointsOf(fill));
    return known.get(key);
  };
}

function pointsOf({ distribution }: FillOf<'number'>): Float64Array | undefined {
  const law = lawOf(distribution);
  const draw = law.ok ? within(law.value, cutOf(distribution)) : undefined;
  return draw === undefined ? undefined : shapePoints(draw);
}
