/** What the quality page shows, as tables of text for the report. */
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { SampleComparison } from '#core/analysis/compare-sample.ts';
import type { QualityReport } from '#core/analysis/quality.ts';
import { findColumn, type DatasetDesign } from '#core/design/design.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import type { DatasetSummary } from '#state/dataset-store.ts';
import { effectSize, effectWords } from './balance-words.ts';
import { columnFacts } from './column-facts.ts';
import { copyWords, distanceNames } from './comparison-words.ts';
import { profileWords } from './profile-words.ts';
import type { ReportTable } from './report-html.ts';
import { brokenWords, heldWords } from './rule-words.ts';

const mostRows = 50;
const mostTop = 5;

export interface ReportParts {
  readonly design: DatasetDesign;
  readonly summary: DatasetSummary;
  readonly report: QualityReport;
  readonly comparison?:
    { readonly fileName: string; readonly comparison: SampleComparison } | undefined;
}

export function reportTables(parts: ReportParts): readonly ReportTable[] {
  return [
    rulesTable(parts),
    columnsTable(parts),
    repeatsTable(parts),
    balanceTable(parts),
    ...comparisonTables(parts),
  ];
}

function rulesTable({ design, summary }: ReportParts): ReportTable {
  return {
    title: 'Rules',
    head: ['rule', 'severity', 'holds for', 'breaks', 'rows'],
    rows: design.constraints.map((rule) => {
      const measure = summary.measures[rule.id];
      return [
        constraintSentence(rule, design),
        rule.severity,
        heldWords(measure, summary.rowCount),
        brokenWords(measure),
        rowList(measure?.brokenRows ?? []),
      ];
    }),
  };
}

function columnsTable({ design, summary, report }: ReportParts): ReportTable {
  return {
    title: 'Columns',
    head: ['column', 'type', 'filled by', 'profile', 'facts', 'most frequent'],
    rows: design.columns.flatMap((column) => {
      const profile = summary.profiles[column.id];
      if (profile === undefined) return [];
      const facts = columnFacts(column, profile, report.columns[column.id]);
      return [
        [
          column.name,
          column.type,
          column.fill.kind,
          profileWords(profile),
          facts.map(({ label, value }) => `${label} ${value}`).join(', '),
          frequentWords(profile),
        ],
      ];
    }),
  };
}

/** Values of which each is there once are no frequent ones. */
function frequentWords({ top }: ColumnProfile): string {
  if (top.every(({ count }) => count === 1)) return 'none, all differ';
  return top
    .slice(0, mostTop)
    .map(({ value, count }) => `${textOf(value)} (${count})`)
    .join(', ');
}

function repeatsTable({ report }: ReportParts): ReportTable {
  const { exact, normalised } = report.repeats;
  return {
    title: 'Repeats',
    head: ['kind', 'count', 'rows'],
    rows: [
      ['the same in every column', String(exact.count), rowList(exact.rows)],
      [
        'the same but for case, punctuation and digits',
        String(normalised.count),
        rowList(normalised.rows),
      ],
    ],
  };
}

function balanceTable({ design, report }: ReportParts): ReportTable {
  return {
    title: 'Balance by group',
    head: ['outcome', 'effect', 'size'],
    rows: report.balance.map((entry) => [
      effectWords(entry, design),
      entry.strength,
      effectSize(entry),
    ]),
  };
}

function comparisonTables({ design, comparison }: ReportParts): readonly ReportTable[] {
  if (comparison === undefined) return [];
  const { columns, correlations, copies } = comparison.comparison;
  const name = (id: string): string => findColumn(design, id)?.name ?? id;
  return [
    {
      title: `Compared with ${comparison.fileName}`,
      head: ['column', 'measure', 'distance'],
      rows: columns.map(({ columnId, measure, isWords, distance }) => [
        isWords ? `${name(columnId)}, words` : name(columnId),
        distanceNames[measure],
        distance.toFixed(3),
      ]),
    },
    {
      title: 'Correlations, made and real',
      head: ['columns', 'made', 'real'],
      rows: correlations.map(({ x, y, made, real }) => [
        `${name(y)} with ${name(x)}`,
        made.toFixed(3),
        real.toFixed(3),
      ]),
    },
    {
      title: 'Copies',
      head: ['finding'],
      rows: copies === undefined ? [] : [[copyWords(copies)]],
    },
  ];
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, mostRows).map((row) => String(row + 1));
  return rows.length > mostRows ? `${shown.join(', ')}, …` : shown.join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
