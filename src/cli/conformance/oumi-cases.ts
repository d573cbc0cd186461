/** The cases of the behaviour of Oumi, and designs and rows made of its configurations, for the tests beside. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import { openConfig, type OpenedConfig } from '#core/codecs/oumi/oumi-yaml.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { exportColumns } from '#core/export/export-rows.ts';
import { conformanceFolder, skipReason, vectorsOf, type Vector } from './oumi-vectors.ts';

/** Cases in which Rowsmith differs on purpose, each with its reason; see decision 13. */
const deviations: Readonly<Record<string, string>> = {
  'sampling-combination-partial-leaves-gaps': 'attributes that a combination leaves out are drawn',
  'multiturn-current-turn-placeholder-fails': 'the turn is known to personas here',
  'plan-nothing-to-plan': 'rows of which a model writes everything can be made here',
  'ingest-jsonl-numeric-text': 'texts that look like numbers stay texts',
  'ingest-jsonl-date-column': 'texts that look like dates stay texts',
};

export function casesOf(area: string): readonly Vector[] {
  return vectorsOf(area).filter(({ id }) => !Object.hasOwn(deviations, id));
}

export const isAbsent = conformanceFolder === undefined;

export const suite = `(else skipped: ${skipReason})`;

export interface Sampled {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly possible_values: readonly JsonObject[];
}

/** A design of a configuration given as data. */
export function designOf(config: JsonObject): DatasetDesign {
  const text = JSON.stringify({ inference_config: { model: { model_name: 'm' } }, ...config });
  const opened = openConfig(text);
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  return opened.value.design;
}

export function filled(design: DatasetDesign, rows: number): Dataset {
  const created = createDataset(design);
  if (!created.ok) throw new Error(created.error[0]?.message);
  created.value.plan(rows);
  return created.value;
}

export function rowOf(dataset: Dataset, row: number): Record<string, JsonValue> {
  const { design, store } = dataset;
  return Object.fromEntries(
    exportColumns(design).flatMap(({ id, name }) => {
      const value = store.value(id, row);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export async function noTokenizer(): Promise<never> {
  return Promise.reject(new Error('no document is cut here'));
}

export function openedConfig(text: string): OpenedConfig {
  const opened = openConfig(text);
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  return opened.value;
}
