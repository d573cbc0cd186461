/** Findings on columns that are made from one other column. */
import { compilePythonSearch } from '#core/base/python-pattern.ts';
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import type { ColumnType, DatasetDesign } from './design.ts';
import type { FillOf } from './fill.ts';
import { errorAt, listNames, warningAt } from './finding.ts';

/** Types whose values are texts. */
const texts: ReadonlySet<ColumnType> = new Set(['text', 'date', 'datetime']);

/** The column that is read exists and can be cleaned, and a pattern can be used. */
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
  const read = columns.find(({ id }) => id === fill.column);
  if (fill.kind === 'postprocess' && read !== undefined && !texts.has(read.type))
    findings.push(
      warningAt(
        [...path, 'column'],
        'not-a-text',
        `${read.name} is of the type ${read.type}, and only a text can be cleaned: what is none fails.`,
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
