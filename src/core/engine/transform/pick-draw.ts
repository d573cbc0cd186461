/** The draw of a column that is one part of another column's nested value. */
import { isForbiddenKey, isJsonObject, type JsonValue } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { inputRefusal, Refusal, type Draw } from '#core/engine/cell-draw.ts';

interface DrawContext {
  readonly design: DatasetDesign;
  readonly column: Column;
}

/** A part that is not there leaves the cell skipped, so that an export can leave it out. */
export function createPickDraw(fill: FillOf<'pick'>, { design }: DrawContext): Draw {
  const source = design.columns.find(({ id }) => id === fill.column);
  if (source === undefined) {
    const missing = new Refusal('failed', 'The column it reads does not exist.');
    return () => missing;
  }
  const inputs = [{ id: source.id, name: source.name }];
  const absent = new Refusal('skipped', `${source.name} has no ${fill.path}.`);
  return (_row, view) =>
    inputRefusal(inputs, view) ?? valueAtPath(view.value(source.id) ?? null, fill.path) ?? absent;
}

/** Words are keys and `[n]` is a position from 0; `[word]` is a key too. Undefined when the path leads nowhere. */
function valueAtPath(root: JsonValue, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const word of path.match(/[^.[\]]+/g) ?? []) {
    if (Array.isArray(value)) value = /^\d+$/.test(word) ? itemAt(value, Number(word)) : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, word) && !isForbiddenKey(word))
      value = value[word];
    else value = undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

function itemAt(list: readonly JsonValue[], index: number): JsonValue | undefined {
  return list[index];
}
