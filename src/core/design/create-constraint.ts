/** New rules over columns that suit them, so that a rule just added already says something. */
import { isNumericColumn, isTextColumn, knownValues } from './column-facts.ts';
import { isReferable, uniqueName } from './column-names.ts';
import type { Constraint, ConstraintKind } from './constraint.ts';
import type { Column, DatasetDesign } from './design.ts';
import { drawnShare } from './drawn-share.ts';

/** Undefined when the design lacks the columns such a rule needs, for example two numbers for a correlation. */
export function createConstraint(
  kind: ConstraintKind,
  design: DatasetDesign,
): Constraint | undefined {
  const id = uniqueName(kind, new Set(design.constraints.map((constraint) => constraint.id)));
  const common = { id, severity: 'must', inPrompt: true, chart: true } as const;
  const chosen = chooseColumns(design);
  switch (kind) {
    case 'expression': {
      const { referable } = chosen;
      return referable && { kind, ...common, expression: `${referable.name} != ''` };
    }
    case 'range':
      return chosen.number && { kind, ...common, column: chosen.number.id, low: 0 };
    case 'pattern':
    case 'length':
      return chosen.text && createTextRule(kind, common, chosen.text.id);
    case 'unique':
      return chosen.free && { kind, ...common, columns: [chosen.free.id] };
    case 'ratio':
      return createRatio(common, chosen);
    case 'share':
      return createShare(common, chosen);
    default:
      return createPair(kind, common, chosen);
  }
}

function createTextRule(kind: 'pattern' | 'length', common: Common, column: string): Constraint {
  return kind === 'pattern'
    ? { kind, ...common, column, pattern: '[A-Z].*' }
    : { kind, ...common, column, unit: 'words', low: 5, high: 30 };
}

interface Common {
  readonly id: string;
  readonly severity: 'must';
  readonly inPrompt: true;
  readonly chart: true;
}

interface Chosen {
  readonly number: Column | undefined;
  readonly secondNumber: Column | undefined;
  readonly text: Column | undefined;
  readonly group: Column | undefined;
  readonly referable: Column | undefined;
  readonly free: Column | undefined;
}

function chooseColumns({ columns }: DatasetDesign): Chosen {
  const [number, secondNumber] = columns.filter(isNumericColumn);
  const texts = columns.filter((column) => isTextColumn(column));
  const free = columns.filter((column) => knownValues(column) === undefined);
  return {
    number,
    secondNumber,
    text: texts.find((column) => column.fill.kind === 'generated') ?? texts[0],
    group: columns.find((column) => (knownValues(column)?.length ?? 0) > 1),
    referable: columns.find(({ name }) => isReferable(name)),
    free: free.find((column) => column.fill.kind === 'generated') ?? free[0] ?? columns[0],
  };
}

function createPair(
  kind: 'correlation' | 'linear' | 'monotone',
  common: Common,
  { number, secondNumber }: Chosen,
): Constraint | undefined {
  if (number === undefined || secondNumber === undefined) return undefined;
  const pair = { ...common, x: number.id, y: secondNumber.id };
  if (kind === 'correlation') return { kind, ...pair, low: 0.5, high: 1 };
  if (kind === 'linear') return { kind, ...pair, minR: 0.9 };
  return { kind, ...pair, direction: 'increasing', minRho: 0.9 };
}

function createRatio(common: Common, { number, group }: Chosen): Constraint | undefined {
  const [to, of] = group === undefined ? [] : (knownValues(group) ?? []);
  if (number === undefined || group === undefined || of === undefined || to === undefined)
    return undefined;
  return { kind: 'ratio', ...common, column: number.id, by: group.id, of, to, low: 1.5, high: 3 };
}

function createShare(common: Common, { group }: Chosen): Constraint | undefined {
  const value = group === undefined ? undefined : knownValues(group)?.[0];
  if (group === undefined || value === undefined) return undefined;
  const share = Number((drawnShare(group, value) ?? 0.5).toFixed(2));
  return { kind: 'share', ...common, column: group.id, value, share, tolerance: 0.02 };
}
