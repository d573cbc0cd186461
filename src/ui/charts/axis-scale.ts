/** Round ticks and short labels for linear axes. */

const STEPS = [1, 2, 2.5, 5, 10] as const;
/** Share of the span left free above the largest value. */
const HEADROOM = 0.05;

export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

function roundStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = STEPS.find((candidate) => candidate * power >= raw) ?? 10;
  return step * power;
}

/** Ticks on round numbers from below the least value to just beside the largest; about `count` of them. Empty input reads as 0 to 1. */
export function roundRange(values: readonly number[], count = 5): AxisRange {
  const finite = values.filter(Number.isFinite);
  let low = Infinity;
  let high = -Infinity;
  for (const value of finite) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (finite.length === 0) [low, high] = [0, 1];
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  // An axis that almost starts at zero starts at zero.
  if (low > 0 && low < (high - low) * 0.4) low = 0;
  const step = roundStep(high - low, count);
  const min = Math.floor(low / step) * step;
  const max = high + (high - low) * HEADROOM;
  const ticks: number[] = [];
  for (let index = 0; min + index * step <= max; index += 1) {
    ticks.push(Number((min + index * step).toPrecision(12)));
  }
  return { min, max, ticks };
}

const THOUSANDS = [
  { size: 1e9, suffix: 'b' },
  { size: 1e6, suffix: 'm' },
  { size: 1e3, suffix: 'k' },
] as const;

/** 2500 → "2.5k" beside ticks of thousands; small numbers keep their own digits. */
function compactNumber(value: number, largest: number): string {
  const scale = THOUSANDS.find(({ size }) => Math.abs(largest) >= size);
  if (scale === undefined || value === 0) return String(Number(value.toPrecision(6)));
  const scaled = value / scale.size;
  const largestScaled = Math.abs(largest) / scale.size;
  const text = largestScaled < 10 ? scaled.toFixed(1) : String(Number(scaled.toPrecision(4)));
  return `${text}${scale.suffix}`;
}

export interface AxisWords {
  readonly label: string;
  /** After the last tick: "in". */
  readonly unit?: string;
  /** Before every tick: "$". */
  readonly prefix?: string;
}

/** Tick labels in order; only the last one carries the unit. */
export function tickLabels(ticks: readonly number[], words: AxisWords): readonly string[] {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  return ticks.map((tick, index) => {
    const sign = tick < 0 ? '−' : '';
    const number = `${sign}${words.prefix ?? ''}${compactNumber(Math.abs(tick), largest)}`;
    const isLast = index === ticks.length - 1;
    return isLast && words.unit !== undefined ? `${number} ${words.unit}` : number;
  });
}
