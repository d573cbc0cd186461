/** Findings on columns that depend on each other by rules and correlation: what cannot be, and what was mended. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isCorrelationMatrix, nearestCorrelation } from '#core/base/matrix.ts';
import type { Constraint } from './constraint.ts';
import { checkComparisons } from './check-comparisons.ts';
import type { Copula } from './copula.ts';
import { hasMatrixShape } from './coupling.ts';
import { knownValues } from './column-facts.ts';
import type { Column, DatasetDesign } from './design.ts';
import { fillGroup } from './fill-group.ts';
import { errorAt, warningAt } from './finding.ts';
import type { Fill } from './fill.ts';
import { distributionRange, roundedRange } from './interval.ts';
import type { Range } from './law/law.ts';
import { narrowingsOf, type Narrowings } from './narrowing.ts';
import { hasMomentWithin, momentForm } from './order/drawn-moments.ts';
import { infeasibleWords, rangeWords } from './order/infeasible-words.ts';
import { isCoupled } from './implied-matrices.ts';
import { unknownDirective } from './strftime.ts';

/** Interval analysis alone: no row is drawn. Time grows with rules times columns. */
export function checkDependence(design: DatasetDesign): readonly Diagnostic[] {
  const narrowings = narrowingsOf(design);
  return [
    ...narrowings.infeasible
      .filter(({ constraint }) => !isReversed(design.constraints[constraint]))
      .map((found) =>
        errorAt(['constraints', found.constraint], 'infeasible', infeasibleWords(found, design)),
      ),
    ...checkComparisons(design, narrowings),
    ...checkRoom(design, narrowings),
    ...checkCopulas(design),
    ...checkConversions(design),
    ...checkConditional(design),
  ];
}

/** A range whose ends are exchanged is named as that. */
function isReversed(rule: Constraint | undefined): boolean {
  if (rule?.kind !== 'range') return false;
  return rule.low !== undefined && rule.high !== undefined && rule.low > rule.high;
}

/** Laws, of some rows or of all, that the rules leave nothing of. */
function checkRoom({ columns }: DatasetDesign, narrowings: Narrowings): readonly Diagnostic[] {
  return columns.flatMap((column, index) => {
    const narrowing = narrowings.columns.get(column.id);
    if (narrowing === undefined) return [];
    const { fill, conditionalParams = [], name } = column;
    const what = momentForm(column) === undefined ? 'number' : 'moment';
    const laws = [
      ...conditionalParams.map((row, place) => ({
        law: row.fill,
        path: ['columns', index, 'conditionalParams', place, 'fill'],
      })),
      { law: fill, path: ['columns', index, 'fill'] },
    ];
    return laws
      .filter(({ law }) => !hasRoom(law, narrowing, column))
      .map(({ path }) =>
        warningAt(
          path,
          'no-room',
          `The rules leave ${name} ${rangeWords(narrowing, column)}, where this law has no ${what}, so these rows cannot be drawn. Loosen a rule or move the law.`,
        ),
      );
  });
}

function hasRoom(law: Fill, range: Range, column: Column): boolean {
  if (law.kind === 'number') {
    const drawn = distributionRange(law);
    const { low, high } = column.convertTo === 'int' ? roundedRange(drawn) : drawn;
    return low <= range.high && high >= range.low;
  }
  const form = momentForm(column);
  return law.kind !== 'datetime' || form === undefined || hasMomentWithin(law, range, form);
}

function checkCopulas({ copulas, columns }: DatasetDesign): readonly Diagnostic[] {
  const taken = new Set<string>();
  return copulas.flatMap((copula, index): readonly Diagnostic[] => {
    const path = ['copulas', index];
    const findings: Diagnostic[] = [];
    copula.columns.forEach((id, place) => {
      const column = columns.find((candidate) => candidate.id === id);
      if (column !== undefined && !isCoupled(column))
        findings.push(
          errorAt(
            [...path, 'columns', place],
            'unfit-column',
            `${column.name} is not a sampled number, so it cannot be correlated here.`,
          ),
        );
      if (taken.has(id))
        findings.push(
          errorAt(
            [...path, 'columns', place],
            'coupled-twice',
            'This column is in another correlation matrix already. Put all its columns into one.',
          ),
        );
      taken.add(id);
    });
    return [...findings, ...checkMatrix(copula, index)];
  });
}

function checkMatrix(copula: Copula, index: number): readonly Diagnostic[] {
  const path = ['copulas', index, 'matrix'];
  if (!hasMatrixShape(copula))
    return [
      errorAt(
        path,
        'matrix-invalid',
        'A correlation matrix has a row and a column for each of at least two columns, the same number on both sides of its diagonal of ones, and nothing beyond −1 and 1.',
      ),
    ];
  if (isCorrelationMatrix(copula.matrix)) return [];
  const nearest = nearestCorrelation(copula.matrix);
  const change = Math.max(
    ...nearest.flatMap((row, i) =>
      row.map((value, j) => Math.abs(value - (copula.matrix[i]?.[j] ?? 0))),
    ),
  );
  return [
    warningAt(
      path,
      'matrix-repaired',
      `No numbers can have all these correlations at once. The nearest matrix that can be is used; it differs by up to ${change.toFixed(2)}.`,
    ),
  ];
}

const plainConversions: ReadonlySet<string> = new Set(['int', 'float', 'str']);

function checkConversions({ columns }: DatasetDesign): readonly Diagnostic[] {
  return columns.flatMap((column, index) => {
    const { convertTo, fill } = column;
    if (convertTo === undefined) return [];
    const path = ['columns', index, 'convertTo'];
    if (plainConversions.has(convertTo)) {
      const text = convertTo === 'str' ? undefined : notNumber(column);
      return text === undefined
        ? []
        : [errorAt(path, 'format-invalid', `“${text}” cannot be converted to ${convertTo}.`)];
    }
    const unknown = unknownDirective(convertTo);
    if (unknown !== undefined)
      return [errorAt(path, 'format-invalid', `“${unknown}” is no part of a date format here.`)];
    const isMoment = ['datetime', 'timedelta', 'source'].includes(fill.kind);
    return isMoment
      ? []
      : [
          errorAt(
            path,
            'format-invalid',
            'Only moments take a date format. Write int, float or str.',
          ),
        ];
  });
}

/** A value of a table that stands for no number. */
function notNumber({ fill }: Pick<Column, 'fill'>): string | undefined {
  if (fill.kind === 'boolean') return undefined;
  return knownValues({ fill })?.find(
    (text) => text.trim() === '' || !Number.isFinite(Number(text)),
  );
}

function checkConditional({ columns }: DatasetDesign): readonly Diagnostic[] {
  return columns.flatMap(({ fill, conditionalParams = [], name }, index) =>
    conditionalParams.length === 0 || fillGroup(fill.kind) === 'sampled'
      ? []
      : [
          warningAt(
            ['columns', index, 'conditionalParams'],
            'not-sampled',
            `${name} is not sampled, so its other parameters are not used.`,
          ),
        ],
  );
}
