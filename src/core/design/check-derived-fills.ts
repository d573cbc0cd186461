/** Findings on columns that are made from one other column. */
import { compilePythonSearch } from '#core/base/python-pattern.ts';
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import type { FillOf } from './fill.ts';
import { errorAt, listNames } from './finding.ts';

/** The column that is read exists, and a pattern can be used. */
export function checkRead(
  fill: FillOf<'postprocess' | 'pick'>,
  path: JsonPath,
  { columns }: DatasetDesign,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (!columns.some(({ id }) => id === fill.column))
    findings.push(
      errorAt(
        [...path, 'column'],
        'unknown-column',
        `No column has the id “${fill.column}”. ${listNames(
          'Columns',
          columns.map(({ name }) => name),
        )}`,
      ),
    );
  if (fill.kind === 'pick' || (fill.regex ?? '') === '') return findings;
  const compiled = compilePythonSearch(fill.regex ?? '');
  if (!compiled.ok)
    findings.push(
      errorAt(
        [...path, 'regex'],
        compiled.error.kind === 'invalid' ? 'pattern-invalid' : 'pattern-unsupported',
        compiled.error.message,
      ),
    );
  return findings;
}
