/** A configuration as the draft of a design, and all that it says and a design does not. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import { createDraft } from '#core/codecs/draft.ts';
import { joinDraws } from './join-draws.ts';
import { createFindings } from './findings.ts';
import { readColumns } from './read-columns.ts';
import { readModels } from './read-models.ts';
import { noteOthers, readConstraints, readProcessors } from './read-rest.ts';
import { readSeed } from './read-seed.ts';
import type { Reading } from './reading.ts';

/** Rows that Data Designer makes is no part of its file. */
const usualRows = 100;

/** The inner object of a file, with or without its wrapper; undefined where there are no columns. */
export function innerConfig(file: JsonObject): JsonObject | undefined {
  const inner = isJsonObject(file.data_designer) ? file.data_designer : file;
  return Array.isArray(inner.columns) ? inner : undefined;
}

export interface ReadConfig {
  readonly draft: JsonObject;
  readonly kept: readonly Diagnostic[];
}

/** Never fails: what cannot be read is kept and named. */
export function readConfig(config: JsonObject): ReadConfig {
  const draft = createDraft();
  const kept = createFindings('kept-for-data-designer');
  const reading: Reading = { draft, kept, texts: [], foreign: new Set() };
  const models = readModels(config, reading);
  readColumns(config, reading);
  const constraints = readConstraints(config, reading);
  const isDropped = readProcessors(config, reading);
  readSeed(config, reading);
  noteOthers(config, reading);
  return {
    kept: kept.items,
    draft: {
      version: 1,
      name: 'Data Designer design',
      rows: usualRows,
      models,
      sources: draft.sources,
      columns: joinDraws(draft.columns).map((column) =>
        typeof column.name === 'string' && isDropped(column.name)
          ? { ...column, drop: true }
          : column,
      ),
      calls: draft.calls,
      constraints,
    },
  };
}
