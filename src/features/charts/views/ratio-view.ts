import type { RatioBin, RatioStrip } from '#core/analysis/ratio-strip.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { stripPicture } from '#ui/charts/picture/strip-picture.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { axisOf, columnName, counted, digits, fixed } from './words.ts';

/** "QLED costs 2.39 times OLED at equal size": the factor in each bin, in front of what the rule allows. */
export function ratioView(data: RatioStrip, { chart, design }: ChartContext): ChartBody {
  const rule = ruleOfChart(chart, design);
  const ratio = rule?.kind === 'ratio' ? rule : undefined;
  const [of, to] = [String(ratio?.of ?? ''), String(ratio?.to ?? '')];
  const allowed = { low: ratio?.low ?? 0, high: ratio?.high ?? 0 };
  const atName = ratio?.at === undefined ? undefined : columnName(design, ratio.at);
  const axis = ratio?.at === undefined ? undefined : axisOf(ratio.at, design);
  const unit = axis?.unit === undefined ? '' : ` ${axis.unit}`;
  const isMoney = /price|cost|fee|fare/i.test(columnName(design, ratio?.column ?? ''));
  const verb = isMoney ? 'costs' : `has ${columnName(design, ratio?.column ?? '')} of`;
  const held = data.bins.filter((bin) => bin.ratio >= allowed.low && bin.ratio <= allowed.high);
  const range = (bin: RatioBin): string =>
    data.binWidth === 0 ? digits(bin.start) : `${digits(bin.start)} to ${digits(bin.end)}`;
  const factor = data.ratio === undefined ? 'an unknown number of' : fixed(data.ratio);
  const places = data.bins.length <= 1 ? undefined : `${held.length} of ${data.bins.length} bins`;
  return {
    title: `${of} ${verb} ${factor} times ${to}${atName === undefined ? '' : ` at equal ${atName}`}`,
    note: `Bars are the 95 % interval${data.binWidth === 0 ? '' : ` of each ${digits(data.binWidth)}${unit} bin`}`,
    ...(places === undefined || ratio === undefined
      ? {}
      : {
          verdict: {
            tone: toneOf(held.length === data.bins.length, data.ratio, ratio),
            text: places,
          },
        }),
    table: {
      head: [
        { label: atName ?? 'all rows' },
        { label: 'ratio', isNumber: true },
        { label: '95 % from', isNumber: true },
        { label: 'to', isNumber: true },
        { label: of, isNumber: true },
        { label: to, isNumber: true },
      ],
      rows: data.bins.map((bin) => [
        `${range(bin)}${unit}`,
        `${fixed(bin.ratio)} ×`,
        fixed(bin.low),
        fixed(bin.high),
        counted(bin.ofCount, 'row'),
        counted(bin.toCount, 'row'),
      ]),
    },
    draw: (size) =>
      stripPicture(
        {
          bins: data.bins.map((bin, index) => ({
            at: (bin.start + bin.end) / 2,
            value: bin.ratio,
            low: bin.low,
            high: bin.high,
            label: fixed(bin.ratio),
            words: [
              `${fixed(bin.ratio)} ×`,
              `${atName ?? 'all rows'} ${range(bin)}${unit}`,
              `${counted(bin.ofCount, 'row')} ${of}, ${counted(bin.toCount, 'row')} ${to}`,
            ],
            key: String(index),
          })),
          allowed,
          ...(axis === undefined ? {} : { xAxis: axis }),
        },
        size,
      ),
    height: () => 150,
    pick: (key) => {
      const bin = data.bins[Number(key)];
      if (bin === undefined || ratio?.at === undefined) return undefined;
      // Bins do not include their end.
      const high = data.binWidth === 0 ? bin.end : bin.end - data.binWidth * 1e-9;
      const label = `${atName ?? ''} ${range(bin)}${unit}`;
      return {
        kind: 'rows',
        filters: [{ kind: 'range', columnId: ratio.at, low: bin.start, high, label }],
      };
    },
  };
}

/** The rule is about the factor as a whole; single bins outside of it are worth a look. */
function toneOf(
  isAll: boolean,
  ratio: number | undefined,
  rule: { readonly low: number; readonly high: number; readonly severity: 'must' | 'should' },
) {
  const holds = ratio !== undefined && ratio >= rule.low && ratio <= rule.high;
  if (!holds) return rule.severity === 'must' ? 'bad' : 'warn';
  return isAll ? 'ok' : 'plain';
}
