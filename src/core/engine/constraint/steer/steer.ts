/** Set rules steer what is still to be written: the prompt says where the rows stand and what to aim for. */
import type { JsonValue } from '#core/base/json.ts';
import type { Constraint, ConstraintOf } from '#core/design/constraint.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { lineResidual } from './line-residual.ts';
import { monotoneResidual } from './monotone-residual.ts';
import { ratioResidual } from './ratio-residual.ts';
import type { OpenRows, Residual } from './residual.ts';
import { shareResidual } from './share-residual.ts';

/** Most rows that are looked at for one request. */
const mostRows = 20_000;
/** Groups of one rule that are told of; the others are told of when these do better. */
const mostGroups = 3;

export interface SteeredRows extends Pick<OpenRows, 'told'> {
  value(columnId: string, row: number): JsonValue | undefined;
}

export interface Steering {
  /**
   * Sentences without a full stop, such as “So far 62 % of 40 rows have type OLED; aim for 41 % in the rows to
   * come”. None while there are too few rows, when none is left, or when the rule holds well so far.
   */
  readonly sentences: readonly string[];
  /** By group, what rows that follow them have. */
  readonly aims: ReadonlyMap<string, number>;
}

type ResidualOf<Kind extends Constraint['kind']> = (
  rule: ConstraintOf<Kind>,
  rows: OpenRows,
  design: DatasetDesign,
) => readonly Residual[];

export type SetRule = ConstraintOf<'correlation' | 'linear' | 'monotone' | 'ratio' | 'share'>;

const residuals: { readonly [Kind in SetRule['kind']]: ResidualOf<Kind> } = {
  correlation: lineResidual,
  linear: lineResidual,
  monotone: monotoneResidual,
  ratio: ratioResidual,
  share: shareResidual,
};

/** Rules of the prompt about the whole set whose measured values are among these columns. */
export function steeredRules(
  design: DatasetDesign,
  columnIds: readonly string[],
): readonly SetRule[] {
  return design.constraints
    .filter((rule) => isSetRule(rule))
    .filter((rule) => rule.inPrompt && measuredColumns(rule).some((id) => columnIds.includes(id)));
}

/** What a request is told of a rule, beyond the rule itself. */
export function steeringOf(rule: SetRule, design: DatasetDesign, rows: SteeredRows): Steering {
  const told = residualsOf(rule, openRows(design, rows), design)
    .toSorted((one, other) => other.lack - one.lack)
    .slice(0, mostGroups);
  return {
    sentences: told.map(({ standing, advice }) => `So far ${standing}; ${advice}`),
    aims: new Map(told.flatMap(({ group, aim }) => (aim === undefined ? [] : [[group, aim]]))),
  };
}

function residualsOf(rule: SetRule, rows: OpenRows, design: DatasetDesign): readonly Residual[] {
  const residual = residuals[rule.kind] as ResidualOf<SetRule['kind']>;
  return residual(rule, rows, design);
}

function isSetRule(rule: Constraint): rule is SetRule {
  return rule.kind in residuals;
}

function measuredColumns(rule: SetRule): readonly string[] {
  return 'x' in rule ? [rule.x, rule.y] : [rule.column];
}

function openRows(design: DatasetDesign, rows: SteeredRows): OpenRows {
  const stride = Math.max(1, Math.ceil(design.rows / mostRows));
  return {
    stride,
    rowCount: Math.ceil(design.rows / stride),
    value: (columnId, row) => rows.value(columnId, row * stride),
    told: rows.told && ((ruleId, row) => rows.told?.(ruleId, row * stride)),
  };
}
