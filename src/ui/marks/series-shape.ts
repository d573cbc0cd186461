/** Outlines of the series marks; all look about as heavy as a circle of the same radius. */

interface Outline {
  /** Where it begins, as seen from its centre. */
  readonly from: readonly [x: number, y: number];
  /** The rest of it, in steps from there. */
  readonly steps: string;
}

const circle = (r: number): Outline => ({
  from: [-r, 0],
  steps: `a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
});

const diamond = (r: number): Outline => {
  const d = r * 1.16;
  return { from: [0, -d], steps: `l${d},${d}l${-d},${d}l${-d},${-d}Z` };
};

const triangle = (r: number): Outline => ({
  from: [0, -r * 1.06],
  steps: `l${r * 1.08},${r * 1.92}h${-r * 2.16}Z`,
});

const triangleDown = (r: number): Outline => ({
  from: [0, r * 1.06],
  steps: `l${r * 1.08},${-r * 1.92}h${-r * 2.16}Z`,
});

const square = (r: number): Outline => {
  const side = r * 1.8;
  return { from: [-side / 2, -side / 2], steps: `h${side}v${side}h${-side}Z` };
};

const cross = (r: number): Outline => {
  const wide = r * 0.8;
  const long = r * 0.6;
  return {
    from: [-wide / 2, -r],
    steps: `h${wide}v${long}h${long}v${wide}h${-long}v${long}h${-wide}v${-long}h${-long}v${-wide}h${long}Z`,
  };
};

const outlines = [circle, diamond, triangle, square, cross, triangleDown] as const;

const origin = { x: 0, y: 0 };

/** The mark of a series as a path around `centre`. */
export function seriesPath(series: number, radius: number, centre = origin): string {
  const { from, steps } = (outlines[series] ?? circle)(radius);
  return `M${centre.x + from[0]},${centre.y + from[1]}${steps}`;
}
