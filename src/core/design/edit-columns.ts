/** Commands on columns. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import { listWords } from '#core/base/list-words.ts';
import { failure, success } from '#core/base/result.ts';
import { limits } from '#core/base/limits.ts';
import { isPlainId, uniqueName } from './column-names.ts';
import type { ColumnCommand } from './command.ts';
import type { Column, DatasetDesign } from './design.ts';
import { columnSchema } from './design-schema.ts';
import {
  changed,
  checkShape,
  indexOfItem,
  refuse,
  replaceAt,
  withList,
  type EditResult,
} from './edit-list.ts';
import { referencesTo } from './references.ts';
import { nameProblem, renameColumn } from './rename-column.ts';

type CommandOf<Kind extends ColumnCommand['kind']> = Extract<ColumnCommand, { kind: Kind }>;

interface Target {
  readonly design: DatasetDesign;
  readonly column: Column;
  readonly index: number;
}

export function editColumn(design: DatasetDesign, command: ColumnCommand): EditResult {
  if (command.kind === 'add-column') return addColumn(design, command);
  const index = indexOfItem(design, 'columns', command.columnId);
  const column = index === undefined ? undefined : design.columns[index];
  if (index === undefined || column === undefined)
    return refuse('unknown-column', ['columns'], 'That column is no longer part of the design.');
  const target: Target = { design, column, index };
  switch (command.kind) {
    case 'update-column':
      return putColumn(target, changed(column, command.change));
    case 'set-fill':
      return putColumn(target, { ...column, fill: command.fill });
    case 'rename-column':
      return renameColumn(design, { column, index, name: command.name });
    case 'delete-column':
      return deleteColumn(target);
    case 'duplicate-column':
      return duplicateColumn(target);
    case 'move-column':
      return success(moveColumn(target, command.toIndex));
  }
}

function addColumn(design: DatasetDesign, command: CommandOf<'add-column'>): EditResult {
  const { column, index = design.columns.length } = command;
  const at = clamp(index, design.columns.length);
  const path: JsonPath = ['columns', at];
  if (design.columns.length >= limits.columns)
    return refuse('too-many-columns', ['columns'], `The limit is ${limits.columns} columns.`);
  if (!isPlainId(column.id) || indexOfItem(design, 'columns', column.id) !== undefined)
    return refuse('duplicate-id', [...path, 'id'], 'A new column needs an id of its own.');
  const problem = nameProblem(design, column.name, [...path, 'name']);
  if (problem !== undefined) return failure([problem]);
  const problems = checkShape(columnSchema, column, path);
  if (problems.length > 0) return failure(problems);
  return success(withList(design, 'columns', design.columns.toSpliced(at, 0, column)));
}

function putColumn({ design, index }: Target, column: Column): EditResult {
  const problems = checkShape(columnSchema, column, ['columns', index]);
  return problems.length > 0
    ? failure(problems)
    : success(withList(design, 'columns', replaceAt(design.columns, index, column)));
}

function deleteColumn({ design, column, index }: Target): EditResult {
  const readers = referencesTo(design, column.id).filter(
    ({ from }) => from.kind !== 'output' && !(from.kind === 'column' && from.id === column.id),
  );
  if (readers.length > 0) {
    const labels = [...new Set(readers.map(({ from }) => `${from.kind} “${from.label}”`))];
    return failure([
      {
        path: ['columns', index],
        code: 'column-referenced',
        severity: 'error',
        message: `${column.name} is used by ${listWords(labels)}. Change that first.`,
      },
    ]);
  }
  const without = withList(design, 'columns', design.columns.toSpliced(index, 1));
  // The list of exported columns is a view of the design; it never holds a column back.
  const exported = design.output.columns?.filter((id) => id !== column.id);
  if (exported === undefined || exported.length === design.output.columns?.length)
    return success(without);
  return success({ ...without, output: { ...design.output, columns: exported } });
}

function duplicateColumn({ design, column, index }: Target): EditResult {
  const ids = new Set(design.columns.map(({ id }) => id));
  const names = new Set(design.columns.map(({ name }) => name));
  const copy = {
    ...column,
    id: uniqueName(column.id, ids),
    name: uniqueName(column.name, names),
  };
  return addColumn(design, { kind: 'add-column', column: copy, index: index + 1 });
}

function moveColumn({ design, column, index }: Target, toIndex: number): DatasetDesign {
  const rest = design.columns.toSpliced(index, 1);
  const at = clamp(toIndex, rest.length);
  return at === index ? design : withList(design, 'columns', rest.toSpliced(at, 0, column));
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(Math.trunc(index), length));
}
