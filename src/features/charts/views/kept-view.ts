import { counted } from '#core/base/counted.ts';
import type { KeptData } from '#core/analysis/kept-data.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { ruleOfChart } from '#core/design/shown-charts.ts';
import { sharesHeight, sharesPicture, type SharesView } from '#ui/charts/picture/shares-picture.ts';
import type { ChartBody, ChartContext } from '#features/charts/chart-body.ts';
import { count, sentenceCase } from './words.ts';

const breaking = 'breaks it';

/** Rows that keep a rule beside those that break it, which a click leads to. */
export function keptView(data: KeptData, { chart, design }: ChartContext): ChartBody {
  const rule = ruleOfChart(chart, design);
  const sentence = rule === undefined ? 'the rule' : constraintSentence(rule, design);
  const lines = [
    { label: 'keeps it', count: data.holding },
    { label: breaking, count: data.breaking },
  ];
  const whole = Math.max(1, data.holding + data.breaking);
  const view: SharesView = { groups: [{ name: '', lines }], whole };
  return {
    // What a rule writes as code keeps its letters: case matters there.
    title:
      rule?.kind === 'expression' ? titleOf(sentence, data) : sentenceCase(titleOf(sentence, data)),
    subtitle: 'Rows that keep the rule',
    table: {
      head: [{ label: 'row' }, { label: 'rows', isNumber: true }],
      rows: () => lines.map((line) => [line.label, count(line.count)]),
    },
    draw: ({ width }) => sharesPicture(view, width),
    height: () => sharesHeight(view),
    pick: (key) =>
      key.endsWith(breaking) && data.brokenRows.length > 0
        ? {
            kind: 'rows',
            filters: [{ kind: 'rows', label: `where not: ${sentence}`, rows: data.brokenRows }],
          }
        : undefined,
  };
}

function titleOf(sentence: string, { holding, breaking: off }: KeptData): string {
  const rows = holding + off;
  if (rows === 0) return sentence;
  const where =
    off === 0
      ? rows === 1
        ? 'in the one row'
        : `in all ${counted(rows, 'row')}`
      : `not in ${count(off)} of ${counted(rows, 'row')}`;
  return `${sentence}, ${where}`;
}
