/** Findings on the rows that a dataset continues. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt, listNames, warningAt } from './finding.ts';

export function checkOriginals(design: DatasetDesign): readonly Diagnostic[] {
  const { originals, sources, columns, rows } = design;
  if (originals === undefined) return [];
  const source = sources.find(({ id }) => id === originals.source);
  if (source === undefined)
    return [
      errorAt(
        ['originals', 'source'],
        'unknown-source',
        `There is no source “${originals.source}”. ${listNames(
          'Sources',
          sources.map(({ name }) => name),
        )}`,
      ),
    ];
  const known = new Set(columns.map(({ id }) => id));
  const lost = Object.keys(originals.fields).filter((id) => !known.has(id));
  const findings = lost.map((id) =>
    warningAt(
      ['originals', 'fields', id],
      'unknown-column',
      `No column has the id “${id}”, so this field of the original rows is not shown.`,
    ),
  );
  if (source.rows.length < rows) return findings;
  return [
    ...findings,
    warningAt(
      ['rows'],
      'no-new-rows',
      `The first ${source.rows.length} rows are your own. Ask for more than that to get new ones.`,
    ),
  ];
}
