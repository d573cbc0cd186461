/** Outlines of the series marks around the origin; all look about as heavy as a circle of the same radius. */

type Outline = (radius: number) => string;

const circle: Outline = (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;

const diamond: Outline = (r) => {
  const d = r * 1.16;
  return `M0,${-d}L${d},0L0,${d}L${-d},0Z`;
};

const triangle: Outline = (r) =>
  `M0,${-r * 1.06}L${r * 1.08},${r * 0.86}L${-r * 1.08},${r * 0.86}Z`;

const triangleDown: Outline = (r) =>
  `M0,${r * 1.06}L${r * 1.08},${-r * 0.86}L${-r * 1.08},${-r * 0.86}Z`;

const square: Outline = (r) => {
  const s = r * 0.9;
  return `M${-s},${-s}H${s}V${s}H${-s}Z`;
};

const cross: Outline = (r) => {
  const arm = r * 0.4;
  return `M${-arm},${-r}H${arm}V${-arm}H${r}V${arm}H${arm}V${r}H${-arm}V${arm}H${-r}V${-arm}H${-arm}Z`;
};

const OUTLINES: readonly Outline[] = [circle, diamond, triangle, square, cross, triangleDown];

export function seriesPath(series: number, radius: number): string {
  return (OUTLINES[series] ?? circle)(radius);
}
