/** Seed data as a source. The file does not say which fields it has: they are what the columns and the texts name. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import { namesIn } from '#core/design/references.ts';
import { keepSettings, type Reading } from './reading.ts';
import { isSet, objectAt, objectsAt, textAt } from './values.ts';

export function readSeed(config: JsonObject, reading: Reading): void {
  const seed = objectAt(config, 'seed_config');
  const source = objectAt(seed, 'source');
  const type = textAt(source, 'seed_type') ?? '';
  const path = textAt(source, 'path') ?? '';
  if (Object.keys(source).length === 0) return;
  const place: JsonPath = ['seed_config'];
  const owner = 'Seed data';
  keepSettings(reading, isSet(seed, 'selection_strategy') ? ['selection_strategy'] : [], {
    path: place,
    owner,
  });
  const isRead = type === 'local' || type === 'hf';
  if (!isRead)
    reading.kept.add(
      [...place, 'source'],
      `Seed data of the type ${type || 'unknown'} are kept in the file. Attach a file with the same fields.`,
    );
  const name = baseName(path);
  const id = reading.draft.idFor('sources', name);
  reading.draft.sources.push({
    id,
    name,
    kind: 'file',
    path: path === '' ? name : path,
    order: textAt(seed, 'sampling_strategy') === 'shuffle' ? 'shuffle' : 'sequence',
  });
  reading.draft.places.set(`sources ${id}`, place);
  for (const field of seedFields(config, reading))
    reading.draft.addColumn(
      field,
      { type: 'text', fill: { kind: 'source', source: id, field } },
      place,
    );
}

function seedFields(config: JsonObject, { draft, texts, foreign }: Reading): readonly string[] {
  const listed = objectsAt(config, 'columns')
    .filter(({ item }) => item.column_type === 'seed-dataset')
    .flatMap(({ item }) => textAt(item, 'name') ?? []);
  const named = texts.flatMap((text) => namesIn(text).map(({ name }) => name));
  return [...new Set([...listed, ...named])].filter(
    (name) =>
      draft.columnId(name) === undefined && !foreign.has(name) && !isSideColumn(name, draft),
  );
}

/** Traces and reasoning stand beside the columns of models. */
function isSideColumn(name: string, draft: Reading['draft']): boolean {
  const owner = /^(.*)__(?:trace|reasoning_content)$/.exec(name)?.[1];
  return owner !== undefined && draft.columnId(owner) !== undefined;
}

function baseName(path: string): string {
  const name = path.split(/[/\\]/).findLast((part) => part !== '' && !part.includes('*')) ?? '';
  return name.replace(/\.[a-z0-9]+$/i, '') || 'seed';
}
