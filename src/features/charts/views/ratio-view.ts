import { counted } from '#core/base/counted.ts';
import type { RatioBin, RatioStrip } from '#core/analysis/ratio-strip.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { stripPicture, type StripView } from '#ui/charts/picture/strip-picture.ts';
import type { ChartBody, ChartContext, PickTarget, Verdict } from '#features/charts/chart-body.ts';
import { axisOf, columnName, digits, fixed } from './words.ts';

/** "QLED costs 2.39 times OLED at equal size": the factor in each bin, in front of what the rule allows. */
export function ratioView(data: RatioStrip, { chart, design }: ChartContext): ChartBody {
  const rule = ruleOfChart(chart, design);
  const ratio = rule?.kind === 'ratio' ? rule : gone;
  const words = wordsOf(data, ratio, design);
  const view = stripOf(data, ratio, words);
  return {
    title: titleOf(data, ratio, design),
    note: `Bars are the 95 % interval${words.binWords}`,
    ...(ratio === gone ? {} : verdictOf(data, ratio)),
    table: {
      head: [
        { label: words.place },
        ...['ratio', '95 % from', 'to', words.of, words.to].map((label) => ({
          label,
          isNumber: true,
        })),
      ],
      rows: () =>
        data.bins.map((bin) => [
          words.range(bin),
          `${fixed(bin.ratio)} ×`,
          fixed(bin.low),
          fixed(bin.high),
          counted(bin.ofCount, 'row'),
          counted(bin.toCount, 'row'),
        ]),
    },
    draw: (size) => stripPicture(view, size),
    height: () => 150,
    pick: (key) => pickBin(data, ratio, { bin: data.bins[Number(key)], words }),
  };
}

type Rule = Pick<
  ConstraintOf<'ratio'>,
  'column' | 'of' | 'to' | 'at' | 'low' | 'high' | 'severity'
>;

/** A chart goes with its rule; until then it has nothing to judge by. */
const gone: Rule = { column: '', of: '', to: '', low: 0, high: 0, severity: 'should' };

interface Words {
  readonly of: string;
  readonly to: string;
  /** The column that the groups are compared at; "all rows" without one. */
  readonly place: string;
  readonly axis: StripView['xAxis'];
  /** How wide a bin is; empty where bins are single values. */
  readonly binWords: string;
  readonly range: (bin: RatioBin) => string;
}

function wordsOf({ binWidth }: RatioStrip, { of, to, at }: Rule, design: DatasetDesign): Words {
  const axis = at === undefined ? undefined : axisOf(at, design);
  const unit = axis?.unit === undefined ? '' : ` ${axis.unit}`;
  return {
    of: String(of),
    to: String(to),
    place: at === undefined ? 'all rows' : columnName(design, at),
    axis,
    binWords: binWidth === 0 ? '' : ` of each ${digits(binWidth)}${unit} bin`,
    range: ({ start, end }) =>
      `${digits(start)}${binWidth === 0 ? '' : ` to ${digits(end)}`}${unit}`,
  };
}

function titleOf(
  { ratio }: RatioStrip,
  { column, of, to, at }: Rule,
  design: DatasetDesign,
): string {
  const name = columnName(design, column);
  const verb = /price|cost|fee|fare/i.test(name) ? 'costs' : `has ${name} of`;
  const factor = ratio === undefined ? 'an unknown number of' : fixed(ratio);
  const place = at === undefined ? '' : ` at equal ${columnName(design, at)}`;
  return `${String(of)} ${verb} ${factor} times ${String(to)}${place}`;
}

function stripOf(data: RatioStrip, { low, high }: Rule, words: Words): StripView {
  return {
    bins: data.bins.map((bin, index) => ({
      at: (bin.start + bin.end) / 2,
      value: bin.ratio,
      low: bin.low,
      high: bin.high,
      label: fixed(bin.ratio),
      words: [
        `${fixed(bin.ratio)} ×`,
        `${words.place} ${words.range(bin)}`,
        `${counted(bin.ofCount, 'row')} ${words.of}, ${counted(bin.toCount, 'row')} ${words.to}`,
      ],
      key: String(index),
    })),
    allowed: { low, high },
    ...(words.axis === undefined ? {} : { xAxis: words.axis }),
  };
}

/** The rule is about the factor as a whole; single bins outside of it are worth a look. One bin says nothing more. */
function verdictOf(
  { bins, ratio }: RatioStrip,
  { low, high, severity }: Rule,
): { readonly verdict?: Verdict } {
  if (bins.length <= 1) return {};
  const isAllowed = (value: number): boolean => value >= low && value <= high;
  const held = bins.filter((bin) => isAllowed(bin.ratio)).length;
  const text = `${held} of ${bins.length} bins`;
  if (ratio !== undefined && isAllowed(ratio))
    return { verdict: { tone: held === bins.length ? 'ok' : 'plain', text } };
  return { verdict: { tone: severity === 'must' ? 'bad' : 'warn', text } };
}

interface Picked {
  readonly bin: RatioBin | undefined;
  readonly words: Words;
}

function pickBin(
  { binWidth }: RatioStrip,
  { at }: Rule,
  { bin, words }: Picked,
): PickTarget | undefined {
  if (bin === undefined || at === undefined) return undefined;
  // Bins do not include their end.
  const high = binWidth === 0 ? bin.end : bin.end - binWidth * 1e-9;
  const label = `${words.place} ${words.range(bin)}`;
  return { kind: 'rows', filters: [{ kind: 'range', columnId: at, low: bin.start, high, label }] };
}
