/** Findings on correlations between sampled numbers that laws, conditions or other rules do not allow. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { nearestCorrelation } from '#core/base/matrix.ts';
import { groupValues } from './column-facts.ts';
import type { Constraint } from './constraint.ts';
import { createReach, type Reach } from './correlation-reach.ts';
import { coupledTablesOf, tableReads } from './coupled-tables.ts';
import { couplingsOf, hasMatrixShape } from './coupling.ts';
import { columnDependencies } from './dependencies.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import { infoAt, warningAt, withFix } from './finding.ts';
import { contradictingRule, impliedMatrices, isCoupled } from './implied-matrices.ts';

/** No row is drawn: each law is asked at a few places. */
export function checkCorrelations(design: DatasetDesign): readonly Diagnostic[] {
  const reach = createReach(design);
  return [
    ...checkLaws(design),
    ...checkContradictions(design),
    ...checkMatrices(design, reach),
    ...design.constraints.flatMap((rule, index) => [
      ...checkReach(rule, index, reach),
      ...checkGroups(rule, index, design),
    ]),
  ];
}

function checkLaws(design: DatasetDesign): readonly Diagnostic[] {
  const couplings = couplingsOf(design);
  if (couplings.length === 0) return [];
  return coupledTablesOf(design, couplings, columnDependencies(design))
    .filter(({ isTooMany }) => isTooMany)
    .map(({ coupling }) =>
      warningAt(
        coupling.path,
        'too-many-laws',
        `Conditions give these numbers more than ${limits.coupledLaws.toLocaleString('en')} combinations of laws, so the correlation is drawn as if each kept the law of its own fill. Use fewer conditions.`,
      ),
    );
}

function checkContradictions(design: DatasetDesign): readonly Diagnostic[] {
  return impliedMatrices(design).flatMap((implied) => {
    const rule = contradictingRule(design, implied);
    if (rule === undefined) return [];
    const names = implied.columnIds.map((id) => findColumn(design, id)?.name ?? id);
    const nearest = nearestCorrelation(implied.matrix);
    const change = Math.max(
      ...nearest.flatMap((row, i) =>
        row.map((value, j) => Math.abs(value - (implied.matrix[i]?.[j] ?? 0))),
      ),
    );
    return [
      warningAt(
        ['constraints', rule],
        'rules-contradict',
        `The rules about ${names.join(', ')} ask for correlations that no numbers can have at once. The nearest that can be are drawn; they differ by up to ${change.toFixed(2)}. Loosen one of the rules.`,
      ),
    ];
  });
}

function checkMatrices(design: DatasetDesign, reach: Reach): readonly Diagnostic[] {
  return design.copulas.flatMap((copula, index) => {
    if (!hasMatrixShape(copula)) return [];
    return copula.matrix.flatMap((row, i) =>
      row.slice(0, i).flatMap((wanted, j) => {
        const found = beyond(
          wanted,
          reach(copula.columns[j] ?? '', copula.columns[i] ?? '', wanted),
        );
        return found === undefined
          ? []
          : [warningAt(['copulas', index, 'matrix'], 'beyond-reach', found)];
      }),
    );
  });
}

function checkReach(rule: Constraint, index: number, reach: Reach): readonly Diagnostic[] {
  const [key, wanted] = nearestWanted(rule);
  if (key === undefined || !('x' in rule)) return [];
  const found = beyond(wanted, reach(rule.x, rule.y, wanted));
  return found === undefined ? [] : [warningAt(['constraints', index, key], 'beyond-reach', found)];
}

/** The least that the rule asks for, and where it does. */
function nearestWanted(rule: Constraint): readonly [key: string | undefined, wanted: number] {
  if (rule.kind === 'linear') return ['minR', rule.minR];
  if (rule.kind !== 'correlation') return [undefined, 0];
  const { low = -1, high = 1 } = rule;
  if (low > 0) return ['low', low];
  return high < 0 ? ['high', high] : [undefined, 0];
}

/** Two decimals, rounded towards zero, are as near as anybody asks. */
const nearEnough = 0.005;

function beyond(wanted: number, found: ReturnType<Reach>): string | undefined {
  if (found === undefined || Math.abs(wanted) <= Math.abs(found.most) + nearEnough)
    return undefined;
  const most = (Math.trunc(found.most * 100) / 100).toFixed(2).replace('-', '−');
  return `${found.names} cannot go along by more than r ${most}${found.where}: their laws are too unlike. That is what is drawn there. Ask for less, or choose laws that are more alike.`;
}

/** Where conditions change a law, the numbers keep to the rule among rows of the same law only. */
function checkGroups(
  rule: Constraint,
  index: number,
  design: DatasetDesign,
): readonly Diagnostic[] {
  if (rule.kind !== 'correlation' && rule.kind !== 'linear' && rule.kind !== 'monotone') return [];
  const columns = [rule.x, rule.y].map((id) => findColumn(design, id));
  if (rule.severity !== 'must' || !columns.every(isCoupled)) return [];
  const deciding = new Set(
    columns.flatMap((column) => (column === undefined ? [] : [...tableReads(column, design)])),
  );
  if ([...deciding].every((id) => id === rule.by)) return [];
  const [only, ...more] = [...deciding].map((id) => findColumn(design, id));
  const isOne = more.length === 0 && groupValues(only).length > 0 && rule.by === undefined;
  const path = ['constraints', index, 'by'];
  const message = `Conditions give ${columns.map((column) => column?.name ?? '').join(' or ')} other laws in some rows. The rule is drawn to hold among rows of the same laws; ${rule.by === undefined ? 'over all rows' : 'in a group that mixes them'} the measure may be another.`;
  return [
    withFix(
      infoAt(path, 'mixed-laws', message),
      only !== undefined && isOne
        ? { label: `Measure within each ${only.name}`, path, value: only.id }
        : undefined,
    ),
  ];
}
