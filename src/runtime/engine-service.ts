/**
 * The engine worker's work: keys, journals, runs and every word to a provider. Kept apart from the
 * worker's entry so that tests can drive it with a real database and a fake network.
 */
import type { ErrorReport } from '#core/base/error-report.ts';
import { toErrorReport } from '#core/base/error-report.ts';
import { foldJournal, type Checkpoint } from '#core/engine/checkpoint.ts';
import { createLanguageModel, type ModelCapabilities } from '#core/llm/create-model.ts';
import type { LanguageModel } from '#core/llm/language-model.ts';
import { testConnection } from '#core/llm/connection-test.ts';
import { listModels } from '#core/llm/list-models.ts';
import type { Connection, ConnectionReport, EngineMethods } from './engine-protocol.ts';
import { allowedBaseUrl } from './resolve-connection.ts';
import { putBack } from './put-back.ts';
import { createRunControl } from './run-control.ts';
import type { DatasetLink, EngineServiceHost } from './engine-service-host.ts';

const evaluatorGone: ErrorReport = {
  name: 'WorkerError',
  message: 'The rows had to be worked out anew. Resume the run.',
};

export function createEngineService(host: EngineServiceHost): EngineMethods {
  const trusted = new Set<string>();
  const capabilities: ModelCapabilities = new Map();
  let link: DatasetLink | undefined;

  const createModel = (connection: Connection): LanguageModel =>
    createLanguageModel(connection.provider, {
      baseUrl: allowedBaseUrl(connection, trusted),
      send: host.send,
      clock: host.clock,
      capabilities,
      loadDemo: host.loadDemo,
      redact: (text) => host.vault.redact(text),
    });
  const control = createRunControl(host, createModel);

  return {
    ...keyMethods(host),
    trustOrigins({ origins }) {
      for (const origin of origins) trusted.add(new URL(origin).origin);
      return Promise.resolve();
    },
    async testConnection({ connection, task }) {
      return test(connection, () => {
        const model = createModel(connection);
        return testConnection({ model, modelName: connection.model, task, clock: host.clock });
      });
    },
    listModels: ({ connection }) =>
      listModels({
        provider: connection.provider,
        baseUrl: allowedBaseUrl(connection, trusted),
        send: host.send,
      }),
    async startRun(start) {
      if (link === undefined) throw new Error('The rows are not ready. Reload the page.');
      return control.start(start, link.dataset);
    },
    stopRun: () => control.stop(),
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

type KeyMethods = Pick<EngineMethods, 'storeKey' | 'forgetKey' | 'keyedOrigins'>;

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
    keyedOrigins: ({ origins }) =>
      Promise.resolve(origins.filter((origin) => host.vault.has(origin))),
  };
}

type StoredRunMethods = Pick<EngineMethods, 'loadRun' | 'discardRun' | 'copyRun' | 'putBack'>;

function storedRunMethods(host: EngineServiceHost): StoredRunMethods {
  return {
    async loadRun({ documentId }): Promise<Checkpoint | undefined> {
      const journals = await host.journals();
      const [runId] = await journals.runsOf(documentId);
      return runId === undefined ? undefined : foldJournal(await journals.read(runId));
    },
    async discardRun({ runId }) {
      await (await host.journals()).deleteRun(runId);
    },
    copyRun: (documents) => copyRun(host, documents),
    putBack: (cells) => putBack(host, cells),
  };
}

/** Whoever resumes the copy opens it as another writer, and so reads it first. */
async function copyRun(
  host: EngineServiceHost,
  documents: { readonly from: string; readonly to: string },
): Promise<void> {
  const journals = await host.journals();
  const [runId] = await journals.runsOf(documents.from);
  if (runId === undefined) return;
  const copyId = host.createId();
  const records = (await journals.read(runId)).map((record) =>
    record.kind === 'run' ? { ...record, runId: copyId } : record,
  );
  const startedAtMs = host.clock.now();
  const run = { runId: copyId, documentId: documents.to, startedAtMs, writerId: copyId };
  await journals.open(run, records);
}

async function test(
  connection: Connection,
  attempt: () => Promise<Omit<ConnectionReport, 'origin'>>,
): Promise<ConnectionReport> {
  const origin = URL.canParse(connection.baseUrl) ? new URL(connection.baseUrl).origin : '';
  try {
    return { ...(await attempt()), origin };
  } catch (error) {
    return { ok: false, origin, problem: toErrorReport(error) };
  }
}
