/** Runs as files: a journal that the command line goes on with, and one from there that goes on here. */
import { isJsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { foldJournal } from '#core/engine/checkpoint.ts';
import { readJournalLines } from '#core/engine/journal-lines.ts';
import type { JournalRecord } from '#core/engine/journal.ts';

export interface RunFile {
  readonly design: DatasetDesign;
  readonly records: readonly JournalRecord[];
}

/** Reads a run file from anywhere; what is torn or damaged in it is left out. */
export function readRunFile(content: Uint8Array): Result<RunFile, string> {
  const { records } = readJournalLines(content);
  const restored = restoreDesign(foldJournal(records).design);
  const hasBeginning = records.some((record) => isJsonObject(record) && record.kind === 'run');
  if (!hasBeginning || !restored.ok) return failure('This file holds no run of Rowsmith.');
  // The fold checks every record each time the journal is read.
  return success({
    design: restored.value.design,
    records: records as unknown as readonly JournalRecord[],
  });
}
