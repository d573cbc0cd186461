/** Findings on the design as a whole. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { infoAt, warningAt } from './finding.ts';

/** The code of the finding that there is nothing to draw. */
export const noColumns = 'no-columns';

export function checkSettings(design: DatasetDesign): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (design.rows === 0)
    findings.push(
      warningAt(['rows'], 'no-rows', 'This design asks for 0 rows, so a run makes none.'),
    );
  if (design.columns.length === 0)
    findings.push(infoAt(['columns'], noColumns, 'There are no columns yet. Add one to see rows.'));
  else if (design.columns.every(({ drop }) => drop))
    findings.push(
      warningAt(['columns'], 'nothing-exported', 'Every column is left out of exports.'),
    );
  return findings;
}
