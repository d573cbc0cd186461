/** The design while a configuration is read into it: columns by name, each with the place it came from. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { createNamer, isPlainId, slugOf } from '#core/design/column-names.ts';

export interface Draft {
  /** Later columns of the same name take the place of earlier ones, as later values do in Oumi's rows. */
  addColumn(name: string, column: JsonObject, from: JsonPath): string;
  /** A free id made from a text. */
  idFor(list: 'sources' | 'calls', text: string): string;
  columnId(name: string): string | undefined;
  readonly columns: readonly JsonObject[];
  readonly sources: JsonObject[];
  readonly calls: JsonObject[];
  /** Places in the file, by list and id, such as `columns topic`. */
  readonly places: Map<string, JsonPath>;
}

export function createDraft(): Draft {
  const columns = new Map<string, JsonObject>();
  const ids = new Map<string, string>();
  const namers = {
    columns: createNamer(new Set()),
    sources: createNamer(new Set()),
    calls: createNamer(new Set()),
  };
  const places = new Map<string, JsonPath>();
  const plainId = (text: string, fallback: string): string =>
    isPlainId(text) ? text : slugOf(text, fallback);
  return {
    addColumn(name, column, from) {
      const id = ids.get(name) ?? namers.columns(plainId(name, 'column'));
      ids.set(name, id);
      columns.set(name, { id, name, ...column });
      places.set(`columns ${id}`, from);
      return id;
    },
    idFor: (list, text) => namers[list](plainId(text, list === 'calls' ? 'call' : 'source')),
    columnId: (name) => ids.get(name),
    get columns() {
      return [...columns.values()];
    },
    sources: [],
    calls: [],
    places,
  };
}

/** Without what is null, undefined or an empty text: all of these mean “not given”. */
export function given(record: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, JsonValue] => {
      const [, value] = entry;
      return value !== undefined && value !== null && value !== '';
    }),
  );
}
