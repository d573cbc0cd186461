/**
 * The engine worker's work: keys, journals, runs and every word to a provider. Kept apart from the
 * worker's entry so that tests can drive it with a real database and a fake network.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import { encodeJournalLine } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';
import { createLanguageModel, type ModelCapabilities } from '#core/llm/create-model.ts';
import { storedRequests } from '#core/engine/stored-requests.ts';
import type { HttpSend, LanguageModel } from '#core/llm/language-model.ts';
import { listModels } from '#core/llm/list-models.ts';
import { createAsker } from './ask-model.ts';
import type { Connection, EngineMethods } from './engine-protocol.ts';
import { deleteOtherRuns, deleteRunsOf } from './delete-runs.ts';
import { fetchDataset } from './fetch-dataset.ts';
import { loadRun, recoverDesigns } from './recover-run.ts';
import { allowedBaseUrl } from './resolve-connection.ts';
import { putBack } from './put-back.ts';
import { createRequestLog } from './request-log.ts';
import { createRunControl } from './run-control.ts';
import type { DatasetLink, EngineServiceHost } from './engine-service-host.ts';
import { scrub } from './scrub.ts';
import { signIn } from './sign-in.ts';
import { testModel } from './test-model.ts';

const evaluatorGone: ErrorReport = {
  name: 'WorkerError',
  message: 'The rows had to be worked out anew. Resume the run.',
};

export function createEngineService(host: EngineServiceHost): EngineMethods {
  const trusted = new Set<string>();
  const capabilities: ModelCapabilities = new Map();
  let link: DatasetLink | undefined;

  const createModel = (connection: Connection, send = host.send): LanguageModel =>
    createLanguageModel(connection.provider, {
      baseUrl: allowedBaseUrl(connection, trusted),
      send,
      clock: host.clock,
      capabilities,
      loadDemo: host.loadDemo,
      redact: (text) => host.vault.redact(text),
    });
  const log = createRequestLog();
  const control = createRunControl(
    { ...host, trace: (requestId, fact) => log.note(requestId, fact) },
    (connection) => createObservedModel(createModel, connection, host.send),
  );

  return {
    ...keyMethods(host),
    trustOrigins({ origins }) {
      for (const origin of origins) trusted.add(new URL(origin).origin);
      return Promise.resolve();
    },
    testConnection: (test) => testModel(host, { ...test, trusted, capabilities }),
    ...createAsker(host, createModel),
    signIn: (returned) => signIn(host, returned),
    listModels: ({ connection }) =>
      listModels({
        provider: connection.provider,
        baseUrl: allowedBaseUrl(connection, trusted),
        send: host.send,
      }),
    fetchDataset: (wish) => fetchDataset(wish, host.send),
    async startRun(start) {
      if (link === undefined) throw new Error('The rows are not ready. Reload the page.');
      return control.start(start, link.dataset);
    },
    stopRun: () => control.stop(),
    requestDetail: ({ requestId }) => Promise.resolve(log.detail(requestId)),
    ...storedRunMethods(host),
    connectDataset({ port }) {
      // The rows that a run has been writing to are gone; what it has accepted is in its journal.
      if (link !== undefined) control.interrupt(evaluatorGone);
      link?.close(evaluatorGone);
      link = host.openDataset(port);
      return Promise.resolve();
    },
  };
}

type KeyMethods = Pick<EngineMethods, 'storeKey' | 'forgetKey' | 'withoutKeys' | 'keyedOrigins'>;

function keyMethods(host: EngineServiceHost): KeyMethods {
  return {
    storeKey({ origin, key }) {
      const stored = host.vault.store(origin, key);
      return Promise.resolve(stored.ok ? undefined : stored.error);
    },
    forgetKey({ origin }) {
      host.vault.forget(origin);
      return Promise.resolve();
    },
    withoutKeys: ({ rows }) => Promise.resolve(scrub(host.vault, rows)),
    keyedOrigins: ({ origins }) =>
      Promise.resolve(origins.filter((origin) => host.vault.has(origin))),
  };
}

type CreateModel = (connection: Connection, send?: HttpSend) => LanguageModel;

/**
 * The model of a connection whose requests can be watched one by one, whatever its protocol: each
 * stream has a way out of its own. The demo model sends nothing and is made once.
 */
function createObservedModel(
  createModel: CreateModel,
  connection: Connection,
  send: HttpSend,
): LanguageModel {
  const plain = createModel(connection);
  if (connection.provider === 'demo') return plain;
  return {
    id: plain.id,
    stream(request, signal) {
      const observedSend: HttpSend = (http, sendSignal) => {
        request.observe?.(http);
        return send(http, sendSignal);
      };
      return createModel(connection, observedSend).stream(request, signal);
    },
  };
}

type StoredRunMethods = Pick<
  EngineMethods,
  | 'loadRun'
  | 'storedRequests'
  | 'recoverDesigns'
  | 'discardRun'
  | 'deleteOtherRuns'
  | 'deleteRunsOf'
  | 'copyRun'
  | 'putBack'
  | 'exportRun'
  | 'importRun'
  | 'flushCopies'
>;

function storedRunMethods(host: EngineServiceHost): StoredRunMethods {
  return {
    loadRun: (load) => loadRun(host, load),
    async storedRequests({ documentId }) {
      const journals = await host.journals();
      const [runId] = await journals.runsOf(documentId);
      return runId === undefined ? [] : storedRequests(await journals.read(runId));
    },
    recoverDesigns: () => recoverDesigns(host.copies),
    async discardRun({ runId }) {
      await (await host.journals()).deleteRun(runId);
    },
    deleteOtherRuns: ({ keptDocumentId }) => deleteOtherRuns(host, keptDocumentId),
    deleteRunsOf: ({ documentId }) => deleteRunsOf(host, documentId),
    copyRun: (documents) => copyRun(host, documents),
    exportRun: (document) => exportRun(host, document),
    importRun: ({ documentId, records }) => storeCopy(host, documentId, records),
    async flushCopies() {
      host.copies?.flush();
      return Promise.resolve();
    },
    putBack: (cells) => putBack(host, cells),
  };
}

async function copyRun(
  host: EngineServiceHost,
  documents: { readonly from: string; readonly to: string },
): Promise<void> {
  const journals = await host.journals();
  const [runId] = await journals.runsOf(documents.from);
  if (runId !== undefined) await storeCopy(host, documents.to, await journals.read(runId));
}

/** Whoever resumes the copy opens it as another writer, and so reads it first. */
async function storeCopy(
  host: EngineServiceHost,
  documentId: string,
  original: readonly JournalRecord[],
): Promise<void> {
  const runId = host.createId();
  const records = original.map((record) => (record.kind === 'run' ? { ...record, runId } : record));
  const startedAtMs = host.clock.now();
  const journals = await host.journals();
  await journals.open({ runId, documentId, startedAtMs, writerId: runId }, records);
  journals.release(runId);
}

/** One line a record, so that a torn file loses as little as can be. */
async function exportRun(
  host: EngineServiceHost,
  { documentId }: { readonly documentId: string },
): Promise<Blob | undefined> {
  const journals = await host.journals();
  const [runId] = await journals.runsOf(documentId);
  if (runId === undefined) return undefined;
  const lines = (await journals.read(runId)).map((record) => encodeJournalLine([record]));
  return new Blob(lines, { type: 'application/octet-stream' });
}
