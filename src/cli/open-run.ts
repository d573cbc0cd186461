/**
 * The journal of a command-line run: begins a new one beside the output file, or goes on with the one
 * that is there. An unfinished run is never overwritten by accident.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/base/clock.ts';
import type { JsonObject } from '#core/base/json.ts';
import { foldJournal, type Checkpoint } from '#core/engine/checkpoint.ts';
import { journalVersion } from '#core/engine/journal.ts';
import { openFileJournal, type FileJournal } from '#runtime/node/file-journal.ts';
import { CommandError } from './cli-host.ts';
import { describeChanges } from './describe-changes.ts';

export interface OpenRunOptions {
  readonly out: string;
  /** The design as plain JSON. */
  readonly design: JsonObject;
  /** The design's own number of rows. */
  readonly designRows: number;
  /** Rows asked for on the command line. */
  readonly rows: number | undefined;
  readonly isResumed: boolean;
  readonly clock: Clock;
}

export interface OpenedRun {
  readonly journal: FileJournal;
  readonly runId: string;
  readonly rowCount: number;
  /** What an earlier part of the run has left; undefined for a new run. */
  readonly checkpoint: Checkpoint | undefined;
}

const mostListedChanges = 8;

/** Rejects with `CommandError` when the run cannot begin or go on, and with `StorageError`. */
export async function openRun(options: OpenRunOptions): Promise<OpenedRun> {
  const path = `${options.out}.journal`;
  const journal = await openFileJournal(path);
  try {
    return await (options.isResumed ? resumeRun(journal, options) : beginRun(journal, options));
  } catch (error) {
    await (journal.records.length === 0 ? journal.remove() : journal.close());
    throw error;
  }
}

async function beginRun(opened: FileJournal, options: OpenRunOptions): Promise<OpenedRun> {
  const { rows: kept } = foldJournal(opened.records);
  if (Object.values(kept).some((rows) => rows.length > 0))
    throw new CommandError(
      `${opened.path} holds the rows of an unfinished run. Add --resume to go on with it, or delete it to begin anew.`,
    );
  const journal = opened.records.length === 0 ? opened : await startOver(opened);
  const runId = randomUUID();
  const rowCount = options.rows ?? options.designRows;
  const startedAtMs = options.clock.now();
  const { design } = options;
  await journal.append([
    { kind: 'run', version: journalVersion, runId, design, rowCount, startedAtMs },
  ]);
  return { journal, runId, rowCount, checkpoint: undefined };
}

async function startOver(journal: FileJournal): Promise<FileJournal> {
  await journal.remove();
  return openFileJournal(journal.path);
}

async function resumeRun(journal: FileJournal, options: OpenRunOptions): Promise<OpenedRun> {
  const checkpoint = foldJournal(journal.records);
  if (checkpoint.runId === '')
    throw new CommandError(
      `There is nothing to resume: ${journal.path} holds no run. Leave out --resume to begin one.`,
    );
  const changes = describeChanges(checkpoint.design, options.design);
  if (changes.length > 0) throw changedDesign(changes);
  const rowCount = options.rows ?? checkpoint.rowCount;
  await journal.append([{ kind: 'resume', rowCount, startedAtMs: options.clock.now() }]);
  return {
    journal,
    runId: checkpoint.runId,
    rowCount,
    checkpoint: { ...checkpoint, rowCount },
  };
}

function changedDesign(changes: readonly string[]): CommandError {
  const shown = changes.slice(0, mostListedChanges).map((line) => `  ${line}`);
  const hidden = changes.length - shown.length;
  if (hidden > 0) shown.push(`  and ${hidden} more`);
  return new CommandError(
    `The design has changed since the run began, and its rows would not fit together:\n${shown.join('\n')}\nResume with the design as it was, or begin anew with another --out.`,
  );
}
