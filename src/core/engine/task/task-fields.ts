/** The fields that a call asks for, with the bounds that rules put on one field alone. */
import type { Constraint } from '#core/design/constraint.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { AnswerField } from '#core/design/fill.ts';
import type { TaskField } from '#core/llm/row-task.ts';

/** In the order of `columns`. Bounds of several rules on one column are intersected; rules kept out of the prompt do not count. */
export function taskFields(
  design: DatasetDesign,
  columns: readonly Column[],
): readonly TaskField[] {
  const constraints = design.constraints.filter((constraint) => constraint.inPrompt);
  return columns.map((column) => taskField(column, constraints));
}

function taskField(column: Column, constraints: readonly Constraint[]): TaskField {
  const { id, name, description, type, unit, fill } = column;
  const generated = fill.kind === 'generated' ? fill : undefined;
  const range = rangeOf(id, constraints);
  const length = lengthOf(id, constraints);
  return {
    name,
    description,
    type,
    ...(unit === undefined ? {} : { unit }),
    ...(generated?.values === undefined ? {} : { values: generated.values }),
    ...(generated?.code === undefined ? {} : { language: generated.code }),
    ...(generated?.fields === undefined ? {} : { fields: generated.fields.map(answerField) }),
    ...(isUnique(id, constraints) ? { isUnique: true } : {}),
    ...(length === undefined ? {} : { length }),
    ...(range === undefined ? {} : { range }),
  };
}

function answerField({ name, description, type, values, fields }: AnswerField): TaskField {
  return {
    name,
    description: description ?? '',
    type,
    ...(values === undefined ? {} : { values }),
    ...(fields === undefined ? {} : { fields: fields.map(answerField) }),
  };
}

function isUnique(id: string, constraints: readonly Constraint[]): boolean {
  return constraints.some(
    (constraint) =>
      constraint.kind === 'unique' &&
      constraint.columns.length === 1 &&
      constraint.columns[0] === id,
  );
}

interface Bounds {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

function rangeOf(id: string, constraints: readonly Constraint[]): TaskField['range'] {
  const found = constraints
    .filter((one) => one.kind === 'range')
    .filter((one) => one.column === id);
  return found.length === 0 ? undefined : intersect(found);
}

/** Bounds in words win over bounds in characters: a field carries one unit only, the sentences carry both. */
function lengthOf(id: string, constraints: readonly Constraint[]): TaskField['length'] {
  const found = constraints
    .filter((one) => one.kind === 'length')
    .filter((one) => one.column === id);
  const unit = found.some((one) => one.unit === 'words') ? 'words' : 'characters';
  const same = found.filter((one) => one.unit === unit);
  return same.length === 0 ? undefined : { unit, ...intersect(same) };
}

function intersect(all: readonly Bounds[]): Bounds {
  const lows = all.flatMap(({ low }) => low ?? []);
  const highs = all.flatMap(({ high }) => high ?? []);
  return {
    ...(lows.length === 0 ? {} : { low: Math.max(...lows) }),
    ...(highs.length === 0 ? {} : { high: Math.min(...highs) }),
  };
}
