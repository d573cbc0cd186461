/** The finding on a column that a rule or a chart reads as numbers but that holds something else. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { isNumericColumn } from './column-facts.ts';
import { findColumn, type DatasetDesign } from './design.ts';
import { warningAt } from './finding.ts';

/** A rule or chart in its design. */
export interface Place {
  readonly path: JsonPath;
  readonly design: DatasetDesign;
}

/** One warning for each of the keys whose column exists and is not numeric. */
export function needNumbers<Key extends string>(
  rule: Readonly<Partial<Record<Key, string | undefined>>>,
  keys: readonly Key[],
  { path, design }: Place,
): readonly Diagnostic[] {
  return keys.flatMap((key) => {
    const column = findColumn(design, rule[key] ?? '');
    return column === undefined || isNumericColumn(column)
      ? []
      : [
          warningAt(
            [...path, key],
            'unfit-column',
            `${column.name} is ${column.type}; numbers are needed here.`,
          ),
        ];
  });
}
