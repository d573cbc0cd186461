/**
 * The memory of what has been written, across all requests of a run, parallel ones too: says what a row
 * would repeat. A repeat is asked for again a few times and then kept: it breaks no rule, and rows that
 * are exactly as many as wanted come first. What must never repeat is a unique rule.
 */
import { createSimilarTexts, type SimilarTexts } from '#core/base/similar-texts.ts';
import { textCore } from '#core/base/text-core.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { originalCount } from '#core/design/originals.ts';
import { repeatCheck, varietySettings, type RepeatCheck } from '#core/design/variety-settings.ts';
import { quote } from '#core/expression/value.ts';
import { createUniqueIndex, type UniqueIndex } from './unique-index.ts';
import type { ReadCell } from './unique-rules.ts';

export interface RepeatedRow {
  readonly reason: string;
  /** The row that holds the text already. */
  readonly holder: number;
}

export interface RepeatMemory {
  /** What the row would repeat in these columns; nothing once `noteRefused` was called as often as the design says. */
  check(row: number, read: ReadCell, columnIds: ReadonlySet<string>): readonly RepeatedRow[];
  /** The row was refused for a repeat. */
  noteRefused(row: number): void;
  /** Remembers what the row holds, in place of what it held. */
  reserve(row: number, read: ReadCell): void;
  release(row: number): void;
}

/** Shorter texts are alike by chance: "A good television" and "A good telephone". */
const longText = 60;

interface Watched {
  readonly column: Column;
  readonly check: Exclude<RepeatCheck, 'allow'>;
  readonly same: UniqueIndex;
  readonly similar: SimilarTexts;
  readonly texts: Map<number, string>;
}

/** `askAgain` 0 remembers nothing. */
export function createRepeatMemory(design: DatasetDesign): RepeatMemory {
  const { askAgain, similarity } = varietySettings(design);
  const originals = originalCount(design);
  const isSecret = design.originals?.shown === 0;
  const watched = askAgain === 0 && originals === 0 ? [] : watchedColumns(design, similarity);
  const refusals = new Map<number, number>();
  return {
    check(row, read, columnIds) {
      const isTired = (refusals.get(row) ?? 0) >= askAgain;
      if (isTired && originals === 0) return [];
      const found = watched.flatMap((one) => {
        const text = columnIds.has(one.column.id) ? read(one.column.id) : undefined;
        return typeof text === 'string' ? repeatsOf(one, row, text) : [];
      });
      // What the user brought is never repeated, however often a model offers it.
      return found
        .filter(({ holder }) => !isTired || holder < originals)
        .map((repeat) => (isSecret && repeat.holder < originals ? unnamed(repeat) : repeat));
    },
    noteRefused(row) {
      refusals.set(row, (refusals.get(row) ?? 0) + 1);
    },
    reserve(row, read) {
      refusals.delete(row);
      for (const one of watched) remember(one, row, read(one.column.id));
    },
    release(row) {
      refusals.delete(row);
      for (const one of watched) remember(one, row, undefined);
    },
  };
}

/** Where only a profile may be sent, not even a reason quotes the user's rows. */
function unnamed({ holder }: RepeatedRow): RepeatedRow {
  return { holder, reason: 'It is too much like an original row. Write about something else.' };
}

function watchedColumns(design: DatasetDesign, similarity: number): readonly Watched[] {
  return design.columns.flatMap((column): Watched[] => {
    const check = repeatCheck(column);
    if (check === 'allow') return [];
    const texts = new Map<number, string>();
    const textOf = (row: number): string | undefined => texts.get(row);
    const similar = createSimilarTexts({ threshold: similarity, textOf });
    return [{ column, check, same: createUniqueIndex(), similar, texts }];
  });
}

function repeatsOf(watched: Watched, row: number, text: string): readonly RepeatedRow[] {
  const { column, same, similar, texts } = watched;
  if (!isWatched(watched, text)) return [];
  const twin = same.holder(textCore(text), row);
  const near = twin === undefined && isCompared(watched) ? similar.nearest(text, row) : undefined;
  const holder = twin ?? near?.id;
  if (holder === undefined) return [];
  const shown = quote(texts.get(holder) ?? '');
  const likeness = near === undefined ? '' : `${Math.round(100 * near.similarity)} % `;
  const reason =
    twin === undefined
      ? `${column.name}: is ${likeness}like ${shown} of row ${holder + 1}. Write about something else, in other words.`
      : `${column.name}: repeats ${shown} of row ${holder + 1}.`;
  return [{ reason, holder }];
}

function remember(watched: Watched, row: number, value: unknown): void {
  const { same, similar, texts } = watched;
  if (texts.get(row) === value) return;
  same.release(row);
  similar.remove(row);
  texts.delete(row);
  if (typeof value !== 'string' || !isWatched(watched, value)) return;
  texts.set(row, value);
  same.reserve(textCore(value), row);
  if (isCompared(watched)) similar.add(row, value);
}

function isWatched({ check }: Watched, text: string): boolean {
  return text !== '' && (check !== 'similar-when-long' || text.length >= longText);
}

function isCompared({ check }: Watched): boolean {
  return check !== 'same';
}
