/**
 * Tests a connection with a request of a run's own shape. Where no readable answer comes, it looks whether
 * the address answers at all, and so tells a missing server from a missing consent or a wrong key.
 */
import { toErrorReport, type ErrorReport } from '#core/base/error-report.ts';
import { capabilityKey, describeRefusals } from '#core/llm/capabilities.ts';
import { testConnection } from '#core/llm/connection-test.ts';
import { createLanguageModel, type ModelCapabilities } from '#core/llm/create-model.ts';
import { explainUnreachable } from '#core/llm/network-error.ts';
import { findProvider } from '#core/llm/providers.ts';
import type { RowTask } from '#core/llm/row-task.ts';
import type { Connection, ConnectionReport } from './engine-protocol.ts';
import type { EngineServiceHost } from './engine-service-host.ts';
import { allowedBaseUrl } from './resolve-connection.ts';

export interface ModelTest {
  readonly connection: Connection;
  readonly task?: RowTask | undefined;
  readonly rowCount?: number | undefined;
  readonly trusted: ReadonlySet<string>;
  readonly capabilities: ModelCapabilities;
}

/** Never rejects: every fault is part of the report. */
export async function testModel(
  host: EngineServiceHost,
  { connection, task, rowCount, trusted, capabilities }: ModelTest,
): Promise<ConnectionReport> {
  const origin = URL.canParse(connection.baseUrl) ? new URL(connection.baseUrl).origin : '';
  try {
    const baseUrl = allowedBaseUrl(connection, trusted);
    const model = createLanguageModel(connection.provider, {
      baseUrl,
      send: host.send,
      clock: host.clock,
      capabilities,
      loadDemo: host.loadDemo,
      redact: (text) => host.vault.redact(text),
    });
    const { model: modelName, parameters } = connection;
    const { clock } = host;
    const result = await testConnection({ model, modelName, parameters, task, rowCount, clock });
    const accepted = capabilities.get(capabilityKey(baseUrl, modelName));
    const refusals = accepted === undefined ? [] : describeRefusals(accepted);
    const problem = result.problem && (await explainProblem(host, connection, result.problem));
    return {
      ...result,
      origin,
      ...(problem && { problem }),
      ...(refusals.length > 0 && { refusals }),
    };
  } catch (error) {
    return { ok: false, origin, problem: toErrorReport(error) };
  }
}

/** The problem, and for an address that cannot be reached the reason and the setting that mends it. */
export async function explainProblem(
  { probe, pageOrigin }: EngineServiceHost,
  connection: Connection,
  problem: ErrorReport,
): Promise<ErrorReport> {
  const provider = findProvider(connection.provider);
  if (problem.kind !== 'network' || probe === undefined || provider === undefined) return problem;
  const { baseUrl } = connection;
  const reach = await probe(baseUrl);
  return { ...problem, ...explainUnreachable({ provider, baseUrl }, reach, pageOrigin ?? '') };
}
