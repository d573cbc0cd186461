/** `rowsmith run`: makes the rows of a design and writes what was accepted, whatever happens on the way. */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { resumeDataset } from '#core/engine/checkpoint.ts';
import { createLeftOut } from '#core/engine/constraint/left-out.ts';
import { loadCodeChecks } from '#core/engine/code/code-checks.ts';
import { loadLocales } from '#core/engine/sample/load-locales.ts';
import { createDataset, type Dataset } from '#core/engine/dataset.ts';
import { toDatasetPort } from '#core/engine/dataset-port-adapter.ts';
import { scoreWords, unfitWords } from '#core/design/score-standing.ts';
import type { RequestPrice, SpendCap } from '#core/engine/cost-cap.ts';
import type { RunHost } from '#core/engine/run-host.ts';
import type { JudgeSummary, RunEnd } from '#core/engine/run-event.ts';
import { run } from '#core/engine/run.ts';
import { noColumns } from '#core/design/check-settings.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { fileFormatOf, fileFormats } from '#core/export/file-format.ts';
import { createKeyVault } from '#runtime/key-vault.ts';
import { tablePrices } from '#runtime/request-price.ts';
import { createNodeSend } from '#runtime/node/node-send.ts';
import { createProviderFetch } from '#runtime/provider-fetch.ts';
import { scrub, scrubbingJournal } from '#runtime/scrub.ts';
import { parseOverride } from './apply-overrides.ts';
import { parseAttachments, type Attachments } from './attach-files.ts';
import { brokenRows, type BrokenRows } from './broken-rows.ts';
import { brokenRules } from './broken-rules.ts';
import { exitCodes, UsageError, type CliHost } from './cli-host.ts';
import { escapeText } from './escape-text.ts';
import { openRun, type OpenedRun } from './open-run.ts';
import { fileFormOptions, parseFileForm } from './parse-file-form.ts';
import { amount, parseOptions, wholeNumber } from './parse-options.ts';
import { describeDiagnostic } from './print-diagnostics.ts';
import { createProgressLine } from './progress-line.ts';
import { readDesign } from './read-design.ts';
import { checkModelOptions, createModelResolver, type ModelOptions } from './resolve-models.ts';
import { checkFileForm, describeChosen, type FileForm } from './file-form.ts';
import { describeChanged, writeRows } from './write-rows.ts';

const maxAttemptsPerRow = 5;

const optionTable = {
  out: { type: 'string' },
  rows: { type: 'string' },
  seed: { type: 'string' },
  provider: { type: 'string' },
  'base-url': { type: 'string' },
  model: { type: 'string' },
  'api-key-env': { type: 'string' },
  concurrency: { type: 'string' },
  rpm: { type: 'string' },
  tpm: { type: 'string' },
  'max-cost': { type: 'string' },
  'max-tokens': { type: 'string' },
  set: { type: 'string', multiple: true },
  attach: { type: 'string', multiple: true },
  resume: { type: 'boolean' },
  ...fileFormOptions,
} as const;

interface RunCommand {
  readonly file: string;
  readonly out: string;
  readonly form: FileForm;
  readonly rows: number | undefined;
  readonly seed: number | undefined;
  readonly models: ModelOptions;
  readonly cap: SpendCap;
  readonly overrides: readonly string[];
  readonly attachments: Attachments;
  readonly isResumed: boolean;
}

/** Answers with the exit code: 0 only when all rows asked for were accepted and written. */
export async function runCommand(words: readonly string[], host: CliHost): Promise<number> {
  const command = parseRun(words);
  const design = await loadDesign(command, host);
  if (design === undefined) return exitCodes.problem;
  checkFileForm(design, command.form);
  const created = createDataset(
    design,
    ...(await Promise.all([loadLocales(design), loadCodeChecks(design)])),
  );
  if (!created.ok) {
    for (const diagnostic of created.error)
      host.stderr.write(describeDiagnostic(command.file, { diagnostic }));
    return exitCodes.problem;
  }
  const opened = await openRun({
    out: command.out,
    design: design as unknown as JsonObject,
    designRows: design.rows,
    rows: command.rows,
    isResumed: command.isResumed,
    clock: host.clock,
  });
  return carryOut({ command, design, dataset: created.value, opened, host });
}

function parseRun(words: readonly string[]): RunCommand {
  const { values, positionals } = parseOptions(words, optionTable);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('run needs one FILE.');
  const format = values.out === undefined ? undefined : fileFormatOf(values.out);
  if (values.out === undefined || format === undefined) {
    const endings = fileFormats.map((format) => `.${format}`).join(', ');
    throw new UsageError(`run needs --out with a name that ends in one of: ${endings}.`);
  }
  const models: ModelOptions = {
    provider: values.provider,
    baseUrl: values['base-url'],
    model: values.model,
    keyVariable: values['api-key-env'],
    concurrency: wholeNumber('concurrency', values.concurrency, { low: 1, high: 1_000 }),
    requestsPerMinute: wholeNumber('rpm', values.rpm, { low: 1, high: 1_000_000 }),
    tokensPerMinute: wholeNumber('tpm', values.tpm, { low: 1, high: 1_000_000_000 }),
  };
  checkModelOptions(models);
  return {
    file,
    out: values.out,
    form: parseFileForm(values, format),
    rows: wholeNumber('rows', values.rows, { low: 0, high: limits.rows }),
    seed: wholeNumber('seed', values.seed, { low: 0, high: Number.MAX_SAFE_INTEGER }),
    models,
    cap: {
      costUsd: amount('max-cost', values['max-cost']),
      tokens: wholeNumber('max-tokens', values['max-tokens'], { low: 0, high: 1e12 }),
    },
    overrides: values.set ?? [],
    attachments: parseAttachments(values.attach ?? []),
    isResumed: values.resume === true,
  };
}

/** The design to run; undefined when it cannot be run, which was said then. */
async function loadDesign(command: RunCommand, host: CliHost): Promise<DatasetDesign | undefined> {
  const overrides = command.overrides.map(parseOverride);
  if (command.seed !== undefined) overrides.push({ path: ['seed'], value: command.seed });
  const read = await readDesign(command.file, host, {
    overrides,
    attachments: command.attachments,
  });
  // In the page it is where everybody begins; here there is nothing to make.
  const isEmpty = read.design?.columns.length === 0;
  for (const located of read.diagnostics)
    if (
      located.diagnostic.severity !== 'info' ||
      (isEmpty && located.diagnostic.code === noColumns)
    )
      host.stderr.write(describeDiagnostic(command.file, located));
  return read.hasErrors || isEmpty ? undefined : read.design;
}

interface Execution {
  readonly command: RunCommand;
  readonly design: DatasetDesign;
  readonly dataset: Dataset;
  readonly opened: OpenedRun;
  readonly host: CliHost;
}

async function carryOut(execution: Execution): Promise<number> {
  const { command, dataset, opened, host } = execution;
  const interrupt = listenForInterrupts(host);
  try {
    const { end, failure, judged } = await makeRows(execution, interrupt.signal);
    if (judged !== undefined) host.stderr.write(`${describeJudged(judged)}\n`);
    for (const line of brokenRules(dataset)) host.stderr.write(`${escapeText(line)}\n`);
    const isLeftOut = createLeftOut(dataset);
    const leftOut = countRows(dataset, isLeftOut);
    const written = await writeRows({
      dataset,
      out: command.out,
      form: command.form,
      isLeftOut,
      isForced: end.kind === 'complete',
    });
    host.stderr.write(describeChosen(written) + describeChanged(written.changed, command.out));
    if (countRows(dataset, (row) => dataset.isMadeByDemo(row)) > 0)
      host.stderr.write('These rows were made by the demo model, a stand-in that needs no key.\n');
    const broken = brokenRows(dataset);
    if (end.kind === 'complete' && leftOut === 0 && broken.count === 0) {
      await opened.journal.remove();
      return exitCodes.done;
    }
    const kept = await closeJournal(execution, written.rows.length);
    host.stderr.write(`${describeEnd(end, { failure, leftOut, broken, judged })} ${kept}\n`);
    return interrupt.exitCode() ?? exitCodes.problem;
  } finally {
    interrupt.close();
  }
}

/** A journal without an answer is of no use to anybody: a fresh start does the same. */
async function closeJournal(
  { command: { out }, dataset, opened: { journal } }: Execution,
  written: number,
): Promise<string> {
  // Rows that only some of the calls have written are in no file yet, but they were paid for.
  if (Object.values(dataset.accepted()).every((rows) => rows.length === 0)) {
    await journal.remove();
    return written === 0 ? 'No row was made.' : `${written} rows are in ${out}.`;
  }
  await journal.close();
  const kept = written === 0 ? 'No whole row was made yet.' : `${written} rows are in ${out}.`;
  return `${kept} Go on with --resume (${journal.path}).`;
}

function countRows(dataset: Dataset, isCounted: ((row: number) => boolean) | undefined): number {
  let count = 0;
  if (isCounted === undefined) return count;
  for (let row = 0; row < dataset.store.rowCount; row += 1) if (isCounted(row)) count += 1;
  return count;
}

interface MadeRows {
  readonly end: RunEnd;
  /** Why a row failed, the last one that did. */
  readonly failure: string | undefined;
  readonly judged: JudgeSummary | undefined;
}

async function makeRows(
  { command, design, dataset, opened, host }: Execution,
  signal: AbortSignal,
): Promise<MadeRows> {
  const port = toDatasetPort(dataset);
  await port.plan(opened.rowCount);
  if (opened.checkpoint !== undefined) resumeDataset(dataset, opened.checkpoint);
  const vault = createKeyVault();
  const resolveModel = createModelResolver(design, command.models, {
    environment: host.environment,
    clock: host.clock,
    vault,
    send: createNodeSend(createProviderFetch(vault)),
    loadDemo: async () => (await import('#core/llm/demo/demo-model.ts')).createDemoModel(),
  });
  const progress = createProgressLine(host.stderr, host.clock);
  const runHost: RunHost = {
    // A provider may echo the key in an answer; it must reach neither OUT nor the journal.
    dataset: { ...port, offer: (callId, rows) => port.offer(callId, scrub(vault, rows)) },
    journal: scrubbingJournal(opened.journal, vault),
    clock: host.clock,
    jitter: () => Math.random(),
    resolveModel,
    createRequestId: () => randomUUID(),
    price: await pricesFor(command.cap, host),
  };
  const { runId, rowCount, checkpoint } = opened;
  const before = { spentBefore: checkpoint?.spent, rewrittenBefore: checkpoint?.rewritten };
  const options = { runId, rowCount, maxAttemptsPerRow, cap: command.cap, ...before };
  let end: RunEnd = { kind: 'stopped' };
  let failure: string | undefined;
  let judged: JudgeSummary | undefined;
  try {
    for await (const event of run(runHost, options, signal)) {
      progress.show(event);
      if (event.kind === 'run-ended') {
        end = event.end;
        judged = event.judged;
      }
      if (event.kind === 'rows-failed') failure = event.reason;
    }
  } finally {
    progress.close();
  }
  return { end, failure, judged };
}

/** The table is large, and only a cap in dollars counts by it. */
async function pricesFor(cap: SpendCap | undefined, { clock }: CliHost): Promise<RequestPrice> {
  if (cap?.costUsd === undefined) return tablePrices(undefined);
  const { createBundledPrices } = await import('#core/llm/price/bundled-prices.ts');
  return tablePrices(createBundledPrices(clock.now()));
}

interface Shortfall extends Pick<MadeRows, 'failure' | 'judged'> {
  readonly leftOut: number;
  readonly broken: BrokenRows;
}

/** What judges have made of the rows. */
function describeJudged(judged: JudgeSummary): string {
  const { rewrittenRows } = judged;
  const standing = scoreWords(judged);
  if (standing === '') return 'Judged: no row has been scored yet.';
  const again =
    rewrittenRows === 1 ? '1 row was written again' : `${rewrittenRows} rows were written again`;
  return `Judged: ${standing} ${again} for ${rewrittenRows === 1 ? 'its' : 'their'} scores.`;
}

function describeEnd(end: RunEnd, { failure, leftOut, broken, judged }: Shortfall): string {
  const isLow = (judged?.lowRows ?? 0) > 0;
  switch (end.kind) {
    case 'complete':
      if (leftOut === 0)
        return `error: ${broken.count} rows could not be worked out and are in no file. The first reason: ${escapeText(broken.reason)}`;
      return `error: ${unfitWords(leftOut, isLow)} and ${leftOut === 1 ? 'was' : 'were'} left out. More --rows make up for ${leftOut === 1 ? 'it' : 'them'}.`;
    case 'stopped':
      return 'Stopped.';
    case 'paused':
      return `error: ${escapeText(end.problem.message)}`;
    case 'incomplete':
      return `error: ${end.failedRows} rows failed. The last reason: ${escapeText(failure ?? 'unknown.')}`;
  }
}

interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit code that the interruption asks for; undefined when there was none. */
  exitCode(): number | undefined;
  close(): void;
}

function listenForInterrupts(host: CliHost): Interrupt {
  const abort = new AbortController();
  let code: number | undefined;
  const close = host.onInterrupt((signal) => {
    code ??= signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
    abort.abort(new DOMException('The run was stopped.', 'AbortError'));
  });
  return { signal: abort.signal, exitCode: () => code, close };
}
