/** The least-squares line through points, by two passes over centred values so that large offsets cost no digits. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LinearFit {
  readonly count: number;
  readonly slope: number;
  readonly intercept: number;
  /** Pearson's r, -1 to 1; 0 when y does not vary. */
  readonly r: number;
  /** Standard deviation of the residuals with n - 2 degrees of freedom; 0 for two points. */
  readonly residualSd: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sum of squared deviations of x. */
  readonly spreadX: number;
  readonly minX: number;
  readonly maxX: number;
}

export interface Moments {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squared deviations and of their products. */
  readonly sxx: number;
  readonly syy: number;
  readonly sxy: number;
}

/** Means and centred sums; NaN means for no points. */
export function moments(points: readonly Point[]): Moments {
  const count = points.length;
  let sumX = 0;
  let sumY = 0;
  for (const { x, y } of points) {
    sumX += x / count;
    sumY += y / count;
  }
  const meanX = count === 0 ? Number.NaN : sumX;
  const meanY = count === 0 ? Number.NaN : sumY;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (const { x, y } of points) {
    sxx += (x - meanX) ** 2;
    syy += (y - meanY) ** 2;
    sxy += (x - meanX) * (y - meanY);
  }
  return { count, meanX, meanY, sxx, syy, sxy };
}

/** Undefined for fewer than two points and when x does not vary: no line is then better than another. */
export function linearFit(points: readonly Point[]): LinearFit | undefined {
  let [minX, maxX] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x } of points) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
  }
  return lineOf(moments(points), { minX, maxX });
}

/** As `linearFit`, of columns of numbers of one length without gaps. */
export function fitColumns(x: Float64Array, y: Float64Array): LinearFit | undefined {
  const count = x.length;
  let [meanX, meanY, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  let [minX, maxX] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at += 1) {
    meanX += (x[at] ?? 0) / count;
    meanY += (y[at] ?? 0) / count;
    minX = Math.min(minX, x[at] ?? 0);
    maxX = Math.max(maxX, x[at] ?? 0);
  }
  for (let at = 0; at < count; at += 1) {
    const dx = (x[at] ?? 0) - meanX;
    const dy = (y[at] ?? 0) - meanY;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  }
  return lineOf({ count, meanX, meanY, sxx, syy, sxy }, { minX, maxX });
}

function lineOf(
  { count, meanX, meanY, sxx, syy, sxy }: Moments,
  ends: Pick<LinearFit, 'minX' | 'maxX'>,
): LinearFit | undefined {
  // Equal numbers have a spread of rounding errors only.
  const isFlat = sxx <= count * (Math.abs(meanX) * Number.EPSILON) ** 2;
  if (count < 2 || isFlat || !Number.isFinite(sxx)) return undefined;
  const slope = sxy / sxx;
  const residual = Math.max(0, syy - slope * sxy);
  return {
    count,
    slope,
    intercept: meanY - slope * meanX,
    r: correlationOf({ sxx, syy, sxy }),
    residualSd: count > 2 ? Math.sqrt(residual / (count - 2)) : 0,
    meanX,
    meanY,
    spreadX: sxx,
    ...ends,
  };
}

/** Pearson's r of centred sums, kept within -1 to 1; 0 when one side does not vary. */
export function correlationOf(sums: Pick<Moments, 'sxx' | 'syy' | 'sxy'>): number {
  const scale = Math.sqrt(sums.sxx) * Math.sqrt(sums.syy);
  return scale > 0 ? Math.max(-1, Math.min(1, sums.sxy / scale)) : 0;
}
