/** The pairs that a rule about two columns is measured on, by group, with how many are still to come. */
import {
  pairsByGroup,
  groupKey,
  type NumberPair,
  type PairColumns,
} from '#core/rows/row-reader.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { countPromised, type Promised, type PromisedCounter } from './promised.ts';
import { leastRows, nameOf, type OpenRows } from './residual.ts';

export interface OpenGroup {
  /** Empty when there is one group only. */
  readonly group: string;
  readonly pairs: readonly NumberPair[];
  /** Rows to come; a share of those whose group is not known yet may be among them. */
  readonly left: number;
  /** Of those, the rows on their way. */
  readonly promised: Promised;
}

interface GroupedRule extends PairColumns {
  readonly id: string;
}

/** Groups that have rows enough to say something and rows to come. */
export function openGroups(rows: OpenRows, rule: GroupedRule): readonly OpenGroup[] {
  const groups = pairsByGroup(rows, rule);
  const { left, unknown, promised } = countOpen(rows, rule);
  const total = [...groups.values()].reduce((sum, pairs) => sum + pairs.length, 0);
  return [...groups]
    .map(([group, pairs]) => ({
      group,
      pairs,
      left: (left.get(group) ?? 0) + (unknown * pairs.length) / total,
      promised: promised.of(group),
    }))
    .filter((open) => open.pairs.length >= leastRows && open.left > 0);
}

interface OpenCounts {
  readonly left: ReadonlyMap<string, number>;
  /** Rows whose group is not known yet. */
  readonly unknown: number;
  readonly promised: PromisedCounter;
}

function countOpen(rows: OpenRows, { id, x, y, by }: GroupedRule): OpenCounts {
  const left = new Map<string, number>();
  const promised = countPromised();
  let unknown = 0;
  for (let row = 0; row < rows.rowCount; row += 1) {
    const group = by === undefined ? '' : groupKey(rows.value(by, row));
    const isOpen = rows.value(x, row) === undefined || rows.value(y, row) === undefined;
    if (by !== undefined && rows.value(by, row) === undefined) unknown += 1;
    else if (isOpen && group !== undefined) {
      left.set(group, (left.get(group) ?? 0) + 1);
      promised.add(rows.told?.(id, row), group);
    }
  }
  return { left, unknown, promised };
}

/** Such as ` with type OLED`; empty where a rule has no groups. */
export function groupWords({ by }: PairColumns, group: string, design: DatasetDesign): string {
  return by === undefined ? '' : ` with ${nameOf(by, design)} ${group}`;
}
