// Three sets of televisions that a public guide printed or pasted, by what was measured of them: slopes,
// intercepts, r within each type and pooled, the ratio at each size. The rows themselves are not at hand, so
// each set is built to have those figures (its sizes are such that the pooled r comes out too), and everything
// we say of it has to agree to the digits given.
import { describe, expect, it } from 'vitest';
import { constraintSchema } from '#core/design/constraint.ts';
import { linearFit } from '#core/base/linear-fit.ts';
import { ratioStrip } from './ratio-strip.ts';
import { readColumns } from '#core/rows/row-reader.ts';
import { scatterData } from './scatter-data.ts';

const august = [32, 43, 50, 58, 65];
const current = [28, 40, 43, 50, 58];
const picture = [43, 55, 65, 75, 85];

interface Law {
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
}

/** Prices on the line, with residuals orthogonal to it that bring r down to what was measured. */
function pricesOf(sizes: readonly number[], { slope, intercept, r }: Law): readonly number[] {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const bend = linearFit(sizes.map((x) => ({ x, y: (x - mean) ** 2 })))!;
  const rest = sizes.map((x) => (x - mean) ** 2 - bend.intercept - bend.slope * x);
  const squares = rest.reduce((sum, value) => sum + value ** 2, 0);
  const wanted = slope ** 2 * bend.spreadX * (1 / r ** 2 - 1);
  return sizes.map(
    (size, index) => slope * size + intercept + rest[index]! * Math.sqrt(wanted / squares),
  );
}

function rowsOf(sizes: readonly number[], oled: readonly number[], qled: readonly number[]) {
  return readColumns({
    size: [...sizes, ...sizes],
    price: [...oled, ...qled],
    type: [...sizes.map(() => 'OLED'), ...sizes.map(() => 'QLED')],
  });
}

const columns = { x: 'size', y: 'price', by: 'type', seed: 1 };
const ratioRule = constraintSchema.parse({
  id: 'factor',
  kind: 'ratio',
  column: 'price',
  by: 'type',
  of: 'QLED',
  to: 'OLED',
  at: 'size',
  low: 2,
  high: 3,
});

function strip(rows: ReturnType<typeof readColumns>) {
  if (ratioRule.kind !== 'ratio') throw new Error('The rule of the test is a ratio.');
  return ratioStrip(rows, ratioRule);
}

describe('the set of August 2024', () => {
  const oled = pricesOf(august, { slope: 21.3, intercept: -300, r: 0.99 });
  const rows = rowsOf(
    august,
    oled,
    oled.map((price) => price * 2),
  );

  it('has r .990, slopes 21.3 and 42.6, intercepts −300 and −600 within the types', () => {
    const fits = scatterData(rows, columns).fits.map(({ fit }) => fit);
    expect(fits.map(({ r }) => r.toFixed(3))).toEqual(['0.990', '0.990']);
    expect(fits.map(({ r }) => (r * r).toFixed(2))).toEqual(['0.98', '0.98']);
    expect(fits.map(({ slope }) => slope.toFixed(1))).toEqual(['21.3', '42.6']);
    expect(fits.map(({ intercept }) => intercept.toFixed(0))).toEqual(['-300', '-600']);
  });

  it('has a pooled r of .675, which hides the law', () => {
    expect(scatterData(rows, columns).pooled!.fit.r.toFixed(3)).toBe('0.675');
  });

  it('has the ratio 2.000 at all five sizes', () => {
    expect(strip(rows).bins.map(({ ratio }) => ratio.toFixed(3))).toEqual(
      august.map(() => '2.000'),
    );
  });
});

describe('the set of the current guide', () => {
  const laws = [
    { slope: 24, intercept: -555, r: 0.985 },
    { slope: 47.6, intercept: -1_128, r: 0.988 },
  ] as const;

  it('has r .985 and .988, slopes 24.0 and 47.6, intercepts −555 and −1,128, pooled .804', () => {
    const rows = rowsOf(current, pricesOf(current, laws[0]), pricesOf(current, laws[1]));
    const fits = scatterData(rows, columns).fits.map(({ fit }) => fit);
    expect(fits.map(({ r }) => r.toFixed(3))).toEqual(['0.985', '0.988']);
    expect(fits.map(({ r }) => (r * r).toFixed(3))).toEqual(['0.970', '0.976']);
    expect(fits.map(({ slope }) => slope.toFixed(1))).toEqual(['24.0', '47.6']);
    expect(fits.map(({ intercept }) => intercept.toFixed(0))).toEqual(['-555', '-1128']);
    expect(scatterData(rows, columns).pooled!.fit.r.toFixed(3)).toBe('0.804');
  });

  it('has ratios of mean 1.93, two of five within 2 to 3', () => {
    const ratios = [1.83, 1.88, 2.0, 2.0, 1.92];
    const oled = pricesOf(current, laws[0]);
    const { bins, ratio } = strip(
      rowsOf(
        current,
        oled,
        oled.map((price, at) => price * ratios[at]!),
      ),
    );
    expect(bins.map((bin) => bin.ratio.toFixed(2))).toEqual(ratios.map((each) => each.toFixed(2)));
    expect(ratio!.toFixed(2)).toBe('1.93');
    const inside = bins.filter((bin) => bin.ratio >= 2 - 1e-12 && bin.ratio <= 3);
    expect(inside).toHaveLength(2);
  });
});

describe('the set of the pasted picture', () => {
  it('has the ratios 1.90, 2.00, 2.00, 1.92, 2.00 at its sizes', () => {
    const ratios = [1.9, 2, 2, 1.92, 2];
    const oled = [500, 750, 1_000, 1_300, 1_500];
    const { bins } = strip(
      rowsOf(
        picture,
        oled,
        oled.map((price, at) => price * ratios[at]!),
      ),
    );
    expect(bins.map(({ start }) => start)).toEqual(picture);
    expect(bins.map((bin) => bin.ratio.toFixed(2))).toEqual([
      '1.90',
      '2.00',
      '2.00',
      '1.92',
      '2.00',
    ]);
  });
});
