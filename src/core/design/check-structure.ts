/** Findings on references by id: columns that rules, charts, tables and exports name but that do not exist. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { createSuggester } from './closest-name.ts';
import type { DatasetDesign } from './design.ts';
import { errorAt, listNames, withFix } from './finding.ts';
import { structuralReferences } from './structural-references.ts';

export function checkStructure(design: DatasetDesign): readonly Diagnostic[] {
  const ids = new Set(design.columns.map(({ id }) => id));
  const names = design.columns.map(({ name }) => name);
  const suggest = createSuggester([...names, ...ids]);
  return structuralReferences(design)
    .filter(({ columnId }) => !ids.has(columnId))
    .map(({ columnId, path }) => {
      const closest = suggest(columnId);
      const column = design.columns.find(({ id, name }) => name === closest || id === closest);
      return withFix(
        errorAt(
          path,
          'unknown-reference',
          `No column is called “${columnId}”. ${listNames('Columns', names)}`,
        ),
        column && { label: `Change to ${column.name}`, path, value: column.id },
      );
    });
}
