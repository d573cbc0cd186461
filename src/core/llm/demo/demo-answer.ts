/** The values the demo model gives a row: by type, enum, range and length of each field, and nothing twice. */
import type { Faker } from '@faker-js/faker';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { RowTask, TaskField, TaskRow } from '#core/llm/row-task.ts';
import { demoCode } from './demo-code.ts';
import { judgeRow } from './demo-judge.ts';
import { createDraw } from './draw.ts';
import { booleanValue, dateValue, numberValue } from './plain-value.ts';
import { readBack, tellFacts } from './tell-facts.ts';
import { readFacts } from './read-facts.ts';
import { personAmong, textValue, type ValueContext } from './text-value.ts';

/** Tries for a value that is not taken; then the last one stands, and the check of the row decides. */
const maxTries = 60;

export interface DemoAnswer {
  /** The values of one row of the task, an object of its fields. */
  valuesFor(row: TaskRow): JsonObject;
}

/** Remembers what it has given, so that the rows of one answer differ. */
export function createDemoAnswer(task: RowTask, faker: Faker): DemoAnswer {
  const taken = new Map(task.fields.map((field) => [field.name, takenValues(task, field)]));

  return {
    valuesFor(row) {
      if (task.extraction !== undefined) return readBack(task.extraction, row);
      if (task.isJudging === true) return judgeRow(task, row);
      const facts = readFacts(task, row);
      const known: Record<string, JsonValue> = { ...row.facts };
      const values: [string, JsonValue][] = [];
      for (const field of task.fields) {
        const contextOf = (turn: number): ValueContext => ({
          draw: createDraw(task.seed, field.name, { row: row.row, turn }),
          facts,
          personName: personAmong(known),
          faker,
        });
        const value = freshValue(field, taken.get(field.name) ?? new Set(), {
          firstTurn: (task.attempt - 1) * maxTries,
          valueAt: (turn) =>
            field.language === undefined
              ? valueOf(field, contextOf(turn))
              : demoCode(field.language, row.facts, contextOf(turn).draw),
        });
        const told = tellFacts(task, field, { row, value });
        values.push([field.name, told]);
        known[field.name] = told;
      }
      return Object.fromEntries(values);
    },
  };
}

function takenValues(task: RowTask, { name }: TaskField): Set<string> {
  const values = task.avoid.map((row) => (Object.hasOwn(row, name) ? row[name] : undefined));
  return new Set(values.filter((value) => value !== undefined).map(identityOf));
}

interface Tries {
  readonly firstTurn: number;
  readonly valueAt: (turn: number) => JsonValue;
}

function freshValue(field: TaskField, taken: Set<string>, tries: Tries): JsonValue {
  const mustDiffer =
    field.isUnique === true || (field.type === 'text' && field.values === undefined);
  let value = tries.valueAt(tries.firstTurn);
  for (let turn = 1; turn < maxTries && mustDiffer && taken.has(identityOf(value)); turn += 1)
    value = tries.valueAt(tries.firstTurn + turn);
  taken.add(identityOf(value));
  return value;
}

function identityOf(value: JsonValue): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : JSON.stringify(value);
}

function valueOf(field: TaskField, context: ValueContext): JsonValue {
  if (field.values !== undefined && field.values.length > 0 && field.type !== 'list')
    return enumValue(field, context);
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return numberValue(field, context.draw);
    case 'boolean':
      return booleanValue(context.draw);
    case 'date':
    case 'datetime':
      return dateValue(field, context.draw);
    case 'object':
      return objectValue(field, context);
    case 'list':
      return listValue(field, context);
    case 'text':
      return textValue(field, context);
  }
}

function enumValue(field: TaskField, { draw }: ValueContext): JsonValue {
  const value = draw.pick(field.values ?? [''], 'value');
  if (field.type === 'boolean') return value === 'true';
  const isNumber = field.type === 'integer' || field.type === 'decimal';
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
}

function objectValue(field: TaskField, context: ValueContext): JsonObject {
  return Object.fromEntries(
    (field.fields ?? []).map((inner) => [
      inner.name,
      valueOf(inner, { ...context, draw: context.draw.part(inner.name) }),
    ]),
  );
}

/** Two to four items that differ, fewer where the allowed values are fewer. */
function listValue(field: TaskField, context: ValueContext): readonly JsonValue[] {
  const count = 2 + context.draw.walk(3, 'count');
  if (field.values !== undefined && field.values.length > 0)
    return context.draw.shuffle(field.values, 'items').slice(0, count);
  const hasFields = field.fields !== undefined && field.fields.length > 0;
  const item: TaskField = { name: itemName(field), description: field.description, type: 'text' };
  const items = new Map<string, JsonValue>();
  for (let index = 0; index < count; index += 1) {
    const inner = { ...context, draw: context.draw.part(`item ${index}`) };
    const value = hasFields ? objectValue(field, inner) : textValue(item, inner);
    items.set(identityOf(value), value);
  }
  return [...items.values()];
}

/** `tags` holds tags; a list of unknown things holds keywords. */
function itemName({ name }: TaskField): string {
  return /s$/i.test(name) ? name : 'keyword';
}
