import { counted } from '#core/base/counted.ts';
import { roundRange, type AxisRange, type AxisWords } from '#ui/charts/axis-scale.ts';
import { line, round, type Picture, type PictureSize, type Shape } from './picture.ts';
import { exactRange, plotArea, type PlotArea } from './plot-area.ts';

export interface BarsView {
  readonly start: number;
  /** 0 when all values are equal: one bar. */
  readonly binWidth: number;
  readonly counts: readonly number[];
  /** Rows per bin by the declared law, drawn as a line. */
  readonly expected?: readonly number[];
  /** The range a rule allows, drawn behind the bars. */
  readonly allowed?: { readonly low?: number | undefined; readonly high?: number | undefined };
  readonly axis: AxisWords;
  /** Bins of whole numbers hold one value each where they are one wide. */
  readonly isWhole?: boolean;
  /** The least and the greatest value, below the ends of the bars in place of ticks. */
  readonly ends?: readonly [low: string, high: string];
}

/** Bars of a histogram over the range they come from, without an axis for the counts. */
export function barsPicture(view: BarsView, size: PictureSize): Picture {
  const width = view.binWidth === 0 ? 1 : view.binWidth;
  // A bin of one whole number stands over its number, not between two.
  const shift = view.isWhole === true && width === 1 ? -0.5 : 0;
  const first = view.binWidth === 0 ? view.start - 0.5 : view.start + shift;
  const end = first + width * view.counts.length;
  const area = areaOf(view, size, { first, end });
  const left = (bin: number): number => area.x(first + bin * width);
  const gap = left(1) - left(0) > 4 ? 1.5 : 0.5;
  const bars = view.counts.map((count, bin): Shape => {
    const top = area.y(count);
    return {
      kind: 'rect',
      x: left(bin) + gap / 2,
      y: top,
      width: Math.max(1, left(bin + 1) - left(bin) - gap),
      height: area.bottom - top,
      radius: 1,
      fill: 'series-rest',
    };
  });
  return {
    ...size,
    shapes: [
      ...allowedShapes(view, area),
      ...area.shapes,
      ...bars,
      ...lawShapes(view, area, left),
      ...endShapes(view, area),
    ],
    points: view.counts.map((count, bin) => ({
      x: (left(bin) + left(bin + 1)) / 2,
      y: area.y(count / 2),
      halfWidth: (left(bin + 1) - left(bin)) / 2,
      halfHeight: area.bottom - area.top,
      words: binWords(view, bin, count),
      key: String(bin),
    })),
  };
}

/** From the first bar to the last, or to the ends of what is allowed. */
function areaOf(
  view: BarsView,
  size: PictureSize,
  { first, end }: { readonly first: number; readonly end: number },
): PlotArea {
  const low = Math.min(first, view.allowed?.low ?? first);
  const high = Math.max(end, view.allowed?.high ?? end);
  const most = Math.max(1, ...view.counts, ...(view.expected ?? []));
  const y = { range: { ...roundRange([0, most], 4), min: 0, max: most * 1.06 } };
  if (view.ends !== undefined)
    return plotArea({
      ...size,
      leftRoom: 0,
      rightRoom: 0,
      x: { range: exactRange(low, high, 1) },
      y,
    });
  const pad = (high - low) * 0.04;
  const range = ticksFor(view, exactRange(low - pad, high + pad, size.width / 64));
  return plotArea({ ...size, leftRoom: 10, x: { range, words: view.axis }, y });
}

/** Whole numbers have no halves to be labelled. */
function ticksFor(view: BarsView, range: AxisRange): AxisRange {
  return view.isWhole === true
    ? { ...range, ticks: range.ticks.filter((tick) => Number.isInteger(tick)) }
    : range;
}

function binWords(view: BarsView, bin: number, count: number): readonly string[] {
  const start = round(view.start + bin * view.binWidth);
  const unit = view.axis.unit === undefined ? '' : ` ${view.axis.unit}`;
  const isOne = view.binWidth === 0 || (view.isWhole === true && view.binWidth === 1);
  const range = isOne ? String(start) : `${start} to ${round(start + view.binWidth)}`;
  const expected = view.expected?.[bin];
  return [
    `${range}${unit}`,
    counted(count, 'row'),
    ...(expected === undefined ? [] : [`${Math.round(expected).toLocaleString('en')} expected`]),
  ];
}

function allowedShapes({ allowed }: BarsView, area: PlotArea): readonly Shape[] {
  if (allowed === undefined) return [];
  const from = allowed.low === undefined ? area.left : area.x(allowed.low - 0.5);
  const to = allowed.high === undefined ? area.right : area.x(allowed.high + 0.5);
  const edges = [
    ...(allowed.low === undefined ? [] : [from]),
    ...(allowed.high === undefined ? [] : [to]),
  ];
  return [
    {
      kind: 'rect',
      x: from,
      y: area.top,
      width: to - from,
      height: area.bottom - area.top,
      fill: 'green-soft',
    },
    ...edges.map((x): Shape => ({
      kind: 'path',
      d: line([x, area.top], [x, area.bottom]),
      stroke: 'green-line',
      strokeWidth: 1,
      dash: '3 3',
    })),
  ];
}

function endShapes({ ends }: BarsView, { left, right, bottom }: PlotArea): readonly Shape[] {
  if (ends === undefined) return [];
  const [low, high] = ends;
  const y = bottom + 14;
  if (low === high)
    return [{ kind: 'text', x: (left + right) / 2, y, text: low, anchor: 'middle' }];
  return [
    { kind: 'text', x: left, y, text: low, anchor: 'start' },
    { kind: 'text', x: right, y, text: high, anchor: 'end' },
  ];
}

function lawShapes(
  { expected }: BarsView,
  area: PlotArea,
  left: (bin: number) => number,
): readonly Shape[] {
  if (expected === undefined || expected.length < 2) return [];
  const places = expected.map(
    (count, bin) => `${round((left(bin) + left(bin + 1)) / 2)},${round(area.y(count))}`,
  );
  return [{ kind: 'path', d: `M${places.join('L')}`, stroke: 'ink', strokeWidth: 1.75 }];
}
