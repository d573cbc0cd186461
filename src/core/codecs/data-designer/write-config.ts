/** A design as the inner object of a configuration, and a list of what has no place in one. */
import type { JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
import { columnReferences } from '#core/design/references.ts';
import { createFindings, type Findings } from './findings.ts';
import { writeCall } from './write-calls.ts';
import { writeDerived, writeTransform } from './write-expressions.ts';
import { noteSettings, writeConstraints, writeModels, writeSeed } from './write-rest.ts';
import { writeSampled } from './write-samplers.ts';
import { createTexts, writtenName, type PlacedColumn, type Writing } from './writing.ts';

export interface WrittenConfig {
  readonly config: JsonObject;
  readonly losses: Findings;
}

/** Keys that hold their default are left out. No key is written that Data Designer does not know. */
export function writeConfig(design: DatasetDesign): WrittenConfig {
  const losses = createFindings('not-in-data-designer');
  const missing = new Set<string>();
  const writing: Writing = { design, losses, missing, ...createTexts(design, losses) };
  noteSettings(writing);
  const placed = design.columns.map((column, index): PlacedColumn => ({
    column,
    path: ['columns', index],
  }));
  for (const { column, path } of placed)
    if (writtenName(column) !== column.name)
      losses.add(
        [...path, 'name'],
        `${column.name} is called ${writtenName(column)} in Data Designer.`,
      );
  const models = writeModels(writing);
  // Calls come last: what they show of a row depends on what became of its other columns.
  const written = new Map<string, readonly JsonObject[]>();
  for (const one of [...placed.filter(isPlain), ...placed.filter((each) => !isPlain(each))]) {
    const objects = writeColumn(one, placed, writing);
    written.set(one.column.id, objects);
    if (isMissing(one, objects, writing)) missing.add(one.column.id);
  }
  const columns = placed.flatMap(({ column }) => written.get(column.id) ?? []);
  noteMissing(writing);
  const seed = writeSeed(writing);
  const constraints = writeConstraints(writing);
  const processors = placed.flatMap((one) => writeTransform(one, writing) ?? []);
  return {
    losses,
    config: {
      ...(models.length === 0 ? {} : { model_configs: models }),
      columns,
      ...(seed === undefined ? {} : { seed_config: seed }),
      ...(constraints.length === 0 ? {} : { constraints }),
      ...(processors.length === 0 ? {} : { processors }),
    },
  };
}

function isPlain({ column }: PlacedColumn): boolean {
  return column.fill.kind !== 'generated';
}

/** Whether Data Designer has no column of this name. Fields of seed data are columns without being written. */
function isMissing(
  { column: { fill } }: PlacedColumn,
  objects: readonly JsonObject[],
  { design }: Writing,
): boolean {
  if (fill.kind === 'source') return false;
  if (fill.kind !== 'generated') return objects.length === 0;
  return design.calls.find(({ id }) => id === fill.call)?.output.kind === 'conversation';
}

/** What is read of columns that Data Designer does not have. */
function noteMissing({ design, losses, missing }: Writing): void {
  for (const { from, columnId, path } of columnReferences(design)) {
    if (!missing.has(columnId) || from.kind === 'constraint' || missing.has(from.id)) continue;
    const name = design.columns.find(({ id }) => id === columnId)?.name ?? columnId;
    losses.add(path, `Data Designer has no column ${name}, so this fails there.`);
  }
}

function writeColumn(
  placed: PlacedColumn,
  all: readonly PlacedColumn[],
  writing: Writing,
): readonly JsonObject[] {
  const { column, path } = placed;
  const { fill } = column;
  switch (fillGroup(fill.kind)) {
    case 'sampled':
      return writeSampled(placed, writing);
    case 'source':
      return writeSource(placed, writing);
    case 'derived':
      return [writeDerived(placed, writing) ?? []].flat();
    case 'generated': {
      if (fill.kind !== 'generated') return [];
      const index = writing.design.calls.findIndex(({ id }) => id === fill.call);
      const call = writing.design.calls[index];
      const columns = all.filter(
        (one) => one.column.fill.kind === 'generated' && one.column.fill.call === fill.call,
      );
      // The first column of a call stands for all of them.
      if (call === undefined || columns[0]?.column.id !== column.id) return [];
      const shown = columns.filter((one) => one.column.id !== call.verify?.report);
      return writeCall({ call, path: ['calls', index], columns: shown }, writing);
    }
    default:
      writing.losses.add(
        path,
        `Data Designer has no ${fill.kind} columns, so ${column.name} was left out.`,
      );
      return [];
  }
}

/** Fields of seed data are columns by themselves; another name needs an expression. */
function writeSource({ column, path }: PlacedColumn, { losses }: Writing): readonly JsonObject[] {
  const { fill, name, drop } = column;
  if (fill.kind !== 'source') {
    losses.add(
      [...path, 'fill'],
      `Data Designer shows one row of seed data at a time, so ${name} was left out.`,
    );
    return [];
  }
  if (drop) losses.add([...path, 'drop'], `${name} comes with the seed data and is kept there.`);
  if (fill.field === name) return [];
  return [
    {
      name: writtenName(column),
      column_type: 'expression',
      expr: `{{ ${fill.field} }}`,
      dtype: 'str',
    },
  ];
}
