/**
 * How fast compiled expressions and templates are, as ratios within one run: against the same formula
 * written by hand in JavaScript on the same scope, and against parsing anew for each row.
 * Run: npx tsx bench/expression.ts
 */
import { compileExpression } from '../src/core/expression/compile.ts';
import { parseExpression, parseTemplate } from '../src/core/expression/parse.ts';
import { compileTemplate } from '../src/core/expression/render.ts';
import type { Scope } from '../src/core/expression/scope.ts';

type Row = ReadonlyMap<string, string | number>;
type Evaluation = (scope: Row) => unknown;

interface Case {
  readonly text: string;
  readonly isTemplate: boolean;
  readonly byHand: Evaluation;
}

const number = (row: Row, name: string): number => row.get(name) as number;

const cases: readonly Case[] = [
  {
    text: "(13.8 * size - 142) * (2.4 if type == 'QLED' else 1)",
    isTemplate: false,
    byHand: (row) => (13.8 * number(row, 'size') - 142) * (row.get('type') === 'QLED' ? 2.4 : 1),
  },
  {
    text: 'price > 100 and size < 90',
    isTemplate: false,
    byHand: (row) => number(row, 'price') > 100 && number(row, 'size') < 90,
  },
  {
    text: 'price * 1000 / size',
    isTemplate: false,
    byHand: (row) => (number(row, 'price') * 1000) / number(row, 'size'),
  },
  {
    text: '(price * 1.19) | round(2)',
    isTemplate: false,
    byHand: (row) => Math.round(number(row, 'price') * 1.19 * 100) / 100,
  },
  {
    text: "{{ brand | upper }} {{ size }} inch, {{ 'premium' if price > 900 else 'basic' }}",
    isTemplate: true,
    byHand: (row) =>
      `${String(row.get('brand')).toUpperCase()} ${number(row, 'size')} inch, ${number(row, 'price') > 900 ? 'premium' : 'basic'}`,
  },
];

const rows: readonly Row[] = Array.from(
  { length: 1000 },
  (_, index) =>
    new Map<string, string | number>([
      ['size', 32 + (index % 60)],
      ['price', 99.5 + index * 3],
      ['type', index % 3 === 0 ? 'QLED' : 'LED'],
      ['brand', ['Aurora', 'Vantage', 'Nimbus'][index % 3] ?? 'Aurora'],
    ]),
);

function compile({ text, isTemplate }: Case): (scope: Scope) => unknown {
  if (isTemplate) {
    const parsed = parseTemplate(text);
    if (parsed.ok) return compileTemplate(parsed.value);
    throw new Error(parsed.error.message);
  }
  const parsed = parseExpression(text);
  if (parsed.ok) return compileExpression(parsed.value);
  throw new Error(parsed.error.message);
}

/** Evaluations per second: the best of five rounds of at least `minMs` each. */
function rate(evaluation: Evaluation, minMs = 150): number {
  let best = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    let count = 0;
    let elapsedMs = 0;
    while (elapsedMs < minMs) {
      for (const row of rows) sink = evaluation(row);
      count += rows.length;
      elapsedMs = performance.now() - start;
    }
    best = Math.max(best, (count / elapsedMs) * 1000);
  }
  return best;
}

/** Keeps results alive, so that the loop cannot be optimised away. */
let sink: unknown;

const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M/s`;

// All closures are made and warmed before anything is measured: a design has many columns, and code
// specialised to a single one would flatter the result.
const prepared = cases.map((entry) => ({ entry, compiled: compile(entry) }));
for (const { compiled } of prepared) rate(compiled, 20);

const table = prepared.map(({ entry, compiled }) => {
  const ours = rate(compiled);
  const byHand = rate(entry.byHand);
  const parsedAnew = rate((row) => compile(entry)(row));
  return {
    expression: entry.text,
    compiled: millions(ours),
    'by hand': millions(byHand),
    'hand / compiled': `${(byHand / ours).toFixed(1)}×`,
    'compiled / parsed anew': `${(ours / parsedAnew).toFixed(0)}×`,
    'at least 1 M/s': ours >= 1e6 ? 'yes' : 'NO',
  };
});
console.table(table);
console.log(`last value: ${String(sink)}`);
