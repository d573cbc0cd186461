/** `rowsmith batch`: writes the requests of a run as a file for a provider's batch service. Asks nobody. */
import { batchRequests, type AliasBatch } from '#core/engine/batch-requests.ts';
import { createDataset } from '#core/engine/dataset.ts';
import { limits } from '#core/base/limits.ts';
import { findProvider } from '#core/llm/providers.ts';
import { openFileSink } from '#runtime/node/file-sink.ts';
import { parseOverride, type Override } from './apply-overrides.ts';
import { CommandError, exitCodes, UsageError, type CliHost } from './cli-host.ts';
import { parseOptions, wholeNumber } from './parse-options.ts';
import { describeDiagnostic } from './print-diagnostics.ts';
import { readDesign } from './read-design.ts';
import { checkModelOptions } from './resolve-models.ts';

const optionTable = {
  out: { type: 'string' },
  rows: { type: 'string' },
  seed: { type: 'string' },
  provider: { type: 'string' },
  model: { type: 'string' },
  set: { type: 'string', multiple: true },
} as const;

interface BatchCommand {
  readonly file: string;
  readonly out: string;
  readonly rows: number | undefined;
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly overrides: readonly Override[];
}

/** Answers with the exit code; a file per model alias, named after it where there are several. */
export async function batchCommand(words: readonly string[], host: CliHost): Promise<number> {
  const command = parseBatch(words);
  const { file, provider, model, overrides } = command;
  const { design, diagnostics, hasErrors } = await readDesign(file, host, { overrides });
  for (const located of diagnostics) host.stderr.write(describeDiagnostic(file, located));
  if (design === undefined || hasErrors) return exitCodes.problem;
  const created = createDataset(design);
  if (!created.ok) {
    for (const diagnostic of created.error)
      host.stderr.write(describeDiagnostic(file, { diagnostic }));
    return exitCodes.problem;
  }
  const rowCount = command.rows ?? design.rows;
  const { files, problems, waitingRows } = batchRequests(created.value, rowCount, (alias) => {
    const asked = findProvider(provider ?? alias.provider);
    return asked && { provider: asked, modelName: model ?? alias.model };
  });
  if (files.length === 0)
    throw new CommandError(problems.join(' ') || 'No row has to be asked for.');
  for (const problem of problems) host.stderr.write(`${problem}\n`);
  await writeFiles(files, command.out, host);
  if (waitingRows > 0)
    host.stderr.write(
      `${waitingRows} rows wait for what another call writes and are in no file.\n`,
    );
  return exitCodes.done;
}

function parseBatch(words: readonly string[]): BatchCommand {
  const { values, positionals } = parseOptions(words, optionTable);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('batch needs one FILE.');
  if (values.out === undefined) throw new UsageError('batch needs --out with a name.');
  const { out, provider, model } = values;
  checkModelOptions({ provider });
  const rows = wholeNumber('rows', values.rows, { low: 0, high: limits.rows });
  const seed = wholeNumber('seed', values.seed, { low: 0, high: Number.MAX_SAFE_INTEGER });
  const overrides = (values.set ?? []).map(parseOverride);
  if (seed !== undefined) overrides.push({ path: ['seed'], value: seed });
  return { file, out, rows, provider, model, overrides };
}

async function writeFiles(files: readonly AliasBatch[], out: string, host: CliHost): Promise<void> {
  for (const { alias, text, requests, rows } of files) {
    const path = files.length === 1 ? out : out.replace(/(\.\w+)?$/, (end) => `.${alias}${end}`);
    const sink = await openFileSink(path);
    await sink.write(new TextEncoder().encode(text));
    await sink.close();
    host.stderr.write(`${path}: ${requests} requests for ${rows} rows.\n`);
  }
}
