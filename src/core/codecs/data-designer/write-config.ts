/** A design as the inner object of a configuration, and a list of what has no place in one. */
import type { JsonObject } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fillGroup } from '#core/design/fill-group.ts';
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
  const writing: Writing = { design, losses, ...createTexts(design, losses) };
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
  const columns = placed.flatMap((one) => writeColumn(one, placed, writing));
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
