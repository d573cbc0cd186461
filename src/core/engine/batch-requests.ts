/**
 * What a run would send now, as whole requests for a batch file. Rows that read what another call has not
 * written yet have to wait: they come into a later file.
 */
import { hashText } from '#core/base/random.ts';
import type { ModelAlias } from '#core/design/design.ts';
import { writeBatchFile, type BatchRequest } from '#core/llm/batch-file.ts';
import type { Provider } from '#core/llm/providers.ts';
import { promptOf } from '#core/llm/verbatim-answer.ts';
import type { PlannedCall } from './dataset-port.ts';
import type { EstimatedDataset } from './estimate.ts';
import { modelParameters } from './model-parameters.ts';

/** Whom an alias asks, as this user has set it up. */
export interface BatchModel {
  readonly provider: Provider;
  readonly modelName: string;
}

/** A file holds the requests of one alias: batch services take one model at a time. */
export interface AliasBatch {
  readonly alias: string;
  readonly text: string;
  readonly ending: 'json' | 'jsonl';
  readonly requests: number;
  readonly rows: number;
}

export interface Batches {
  readonly files: readonly AliasBatch[];
  /** Rows of calls that wait for what another call writes. */
  readonly waitingRows: number;
  /** Why an alias has no file. */
  readonly problems: readonly string[];
}

/** Rows [0, rowCount) that are open. Asks nobody, changes no cell; a later answer may be outdated by edits. */
export function batchRequests(
  dataset: EstimatedDataset,
  rowCount: number,
  modelOf: (alias: ModelAlias) => BatchModel | undefined,
): Batches {
  const planned = dataset.plan(rowCount).calls.filter(({ pending }) => pending.length > 0);
  const talks = new Set(
    dataset.design.calls.filter(({ output }) => output.kind === 'conversation').map(({ id }) => id),
  );
  const calls = planned.filter(({ callId }) => !talks.has(callId));
  const mark = hashText(JSON.stringify(dataset.design)).toString(36);
  const ready = calls.map((call) => {
    const index = dataset.design.calls.findIndex(({ id }) => id === call.callId);
    const rows = readyRows(call, planned);
    return { call, rows, name: (first: number) => `c${index}-r${first + 1}-${mark}` };
  });
  const written = dataset.design.models.flatMap((alias) => {
    const mine = ready.filter(({ call, rows }) => call.alias === alias.alias && rows.length > 0);
    if (mine.length === 0) return [];
    const model = modelOf(alias);
    if (model === undefined) return [{ problem: `The model “${alias.alias}” is not set up.` }];
    const requests = mine.flatMap(({ call, rows, name }) =>
      chunksOf(rows, call.rowsPerRequest).map((chunk) => ({
        id: name(chunk[0] ?? 0),
        request: requestFor(dataset, { alias, model, callId: call.callId }, chunk),
      })),
    );
    return [fileOf(alias.alias, model, requests)];
  });
  return {
    files: written.flatMap((one) => ('file' in one ? [one.file] : [])),
    problems: [
      ...written.flatMap((one) => ('problem' in one ? [one.problem] : [])),
      ...(calls.length < planned.length ? [noTalks] : []),
    ],
    waitingRows: ready.reduce((sum, { call, rows }) => sum + call.pending.length - rows.length, 0),
  };
}

const noTalks =
  'A conversation takes several requests, each after the answer before, and fits no batch file.';

function readyRows(
  { pending, dependsOn }: PlannedCall,
  calls: readonly PlannedCall[],
): readonly number[] {
  const open = new Set(
    calls.filter(({ callId }) => dependsOn.includes(callId)).flatMap((call) => call.pending),
  );
  return pending.filter((row) => !open.has(row));
}

interface Asked {
  readonly alias: ModelAlias;
  readonly model: BatchModel;
  readonly callId: string;
}

function requestFor(
  dataset: EstimatedDataset,
  { alias, model, callId }: Asked,
  rows: readonly number[],
): BatchRequest['request'] {
  const task = dataset.prepare({ callId, rows, attempt: 1, corrections: {} });
  const parameters = { ...modelParameters(alias), delivery: task.delivery };
  return { model: model.modelName, ...promptOf(task), parameters, task };
}

function fileOf(
  alias: string,
  { provider }: BatchModel,
  requests: readonly BatchRequest[],
): { readonly file: AliasBatch } | { readonly problem: string } {
  const written = writeBatchFile(provider, requests);
  if (!written.ok) return { problem: written.error };
  const rows = requests.reduce((sum, { request }) => sum + rowsOf(request), 0);
  return { file: { alias, ...written.value, requests: requests.length, rows } };
}

function rowsOf({ task }: BatchRequest['request']): number {
  return task?.rows.length ?? 0;
}

function chunksOf(rows: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}
