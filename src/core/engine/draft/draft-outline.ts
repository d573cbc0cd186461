/** A design in few words for a model that is to change it: one line of JSON for each column, long tables cut. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';

const mostValues = 20;
const mostCharacters = 400;

/** Material between markers that it cannot close itself. */
export function delimited(text: string): string {
  return `<data>\n${text.replace(/<(?=\s*\/?\s*data\s*>)/gi, '‹')}\n</data>`;
}

export function outlineOf(design: DatasetDesign): string {
  const head = { name: design.name, brief: design.brief, instructions: design.instructions };
  return [head, ...design.columns.map(columnOutline)]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

function columnOutline({ name, description, type, unit, fill }: Column): JsonObject {
  return {
    name,
    ...(description === '' ? {} : { description }),
    type,
    ...(unit === undefined ? {} : { unit }),
    fill: shortened(fillOutline(fill)),
  };
}

function fillOutline(fill: Column['fill']): JsonObject {
  if (fill.kind !== 'category') return fill as unknown as JsonObject;
  const values = fill.values.slice(0, mostValues) as unknown as JsonValue;
  return fill.values.length > mostValues
    ? { kind: fill.kind, values, more: fill.values.length - mostValues }
    : { kind: fill.kind, values };
}

/** A fill that is long as text is known by its kind alone. */
function shortened(fill: JsonObject): JsonValue {
  const isLong = fill.kind !== 'category' && JSON.stringify(fill).length > mostCharacters;
  return isLong ? (fill.kind ?? '') : fill;
}
