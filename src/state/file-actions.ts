/** Files that a design asks for: given by hand, matched by name, or rows of a public dataset that the user asks for. */
import type { SourceFile } from '#core/codecs/source-files/parse-source-file.ts';
import { isWanted, wantedFile, wantedFiles } from '#core/codecs/source-files/wanted-files.ts';
import type { JsonObject } from '#core/base/json.ts';
import { failure, type Result } from '#core/base/result.ts';
import type { DatasetDesign, Source } from '#core/design/design.ts';
import { fittingRows } from './fitting-rows.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface FileActions {
  /** Gives a source the rows of these files. What went wrong, or was left out, is said in a toast. */
  attach(sourceId: string, files: readonly File[]): Promise<void>;
  /** Gives each file to the source that asks for it by name. Answers with the files nobody asks for. */
  attachByName(files: readonly File[]): Promise<readonly File[]>;
  /** Asks Hugging Face for the first rows of the public dataset that a source names. */
  fetchDataset(sourceId: string): Promise<void>;
}

/** Rows of a public dataset that are asked for at most; its API gives a hundred at a time. */
const mostFetchedRows = 1_000;

const mostBytes = 200_000_000;

export function createFileActions(context: WorkbenchContext): FileActions {
  const giver = new RowGiver(context);
  return {
    attach: (sourceId, files) => giver.attach(sourceId, files),
    async attachByName(files) {
      const left = new Set(files);
      for (const wanted of wantedFiles(context.stores.design.getState().design)) {
        const own = [...left].filter(({ name }) => isWanted(wanted, name));
        if (own.length === 0) continue;
        await giver.attach(wanted.sourceId, own);
        for (const file of own) left.delete(file);
      }
      return [...left];
    },
    fetchDataset: (sourceId) => giver.fetchDataset(sourceId),
  };
}

/** Reading takes a while; rows that come when another document is open are dropped. */
class RowGiver {
  private readonly context: WorkbenchContext;

  constructor(context: WorkbenchContext) {
    this.context = context;
  }

  async attach(sourceId: string, files: readonly File[]): Promise<void> {
    const large = files.find(({ size }) => size > mostBytes);
    if (large !== undefined) {
      this.tell(`${large.name} is larger than 200 MB. Take a part of it.`);
      return;
    }
    const names = files.map(({ name }) => name).join(', ');
    const { documentId, design } = this.context.stores.design.getState();
    const source = findSource(design, sourceId);
    if (source === undefined) return;
    const { attachSource } = await import('#core/codecs/source-files/attach-source.ts');
    const { loadGpt2Tokenizer } = await import('#core/codecs/source-files/segment-text.ts');
    const attached = await attachSource(design, source, {
      files: await Promise.all(files.map(bytesOf)),
      loadTokenizer: loadGpt2Tokenizer,
    });
    if (!this.isOpen(documentId)) return;
    if (attached.ok) await this.give(sourceId, names, rowsOf(attached.value, sourceId));
    else this.tell(`${names}: ${attached.error}`);
  }

  async fetchDataset(sourceId: string): Promise<void> {
    const { stores, workers } = this.context;
    const { documentId, design } = stores.design.getState();
    const source = findSource(design, sourceId);
    const dataset = source?.kind === 'file' ? wantedFile(source).dataset : undefined;
    if (source?.kind !== 'file' || dataset === undefined) return;
    const { mappedRows } = await import('#core/codecs/source-files/attach-source.ts');
    const answer = await workers.engine
      .fetchDataset({ dataset, split: source.split, rowCount: mostFetchedRows })
      .catch((error: unknown): Result<never, string> =>
        failure(error instanceof Error ? error.message : String(error)),
      );
    if (!this.isOpen(documentId)) return;
    const rows = answer.ok ? mappedRows(answer.value.rows, source) : answer;
    if (rows.ok) await this.give(sourceId, `${dataset} on Hugging Face`, rows.value);
    else this.tell(rows.error);
  }

  /** One step of the history: rows, and the columns that they bring along. */
  private async give(sourceId: string, from: string, rows: readonly JsonObject[]): Promise<void> {
    const { attachRows } = await import('#core/codecs/source-files/attach-source.ts');
    const { design, actions } = this.context.stores.design.getState();
    const source = findSource(design, sourceId);
    if (source === undefined) return;
    const kept = fittingRows(design, rows);
    const next = attachRows(design, source, kept);
    const [problem] = actions.apply({ kind: 'replace-design', design: next });
    if (problem !== undefined) {
      this.tell(`${from}: ${problem.message}`);
      return;
    }
    this.context.stores.view.getState().actions.toast({
      text: attachedWords(source, { from, all: rows.length, kept: kept.length }),
      action: { label: 'Undo', perform: actions.undo },
    });
  }

  private isOpen(documentId: string): boolean {
    return this.context.stores.design.getState().documentId === documentId;
  }

  private tell(text: string): void {
    this.context.stores.view.getState().actions.toast({ text, severity: 'error' });
  }
}

function attachedWords(
  { name }: Source,
  { from, all, kept }: { readonly from: string; readonly all: number; readonly kept: number },
): string {
  const count = kept.toLocaleString('en');
  return kept === all
    ? `${from} attached to ${name}: ${count} ${kept === 1 ? 'row' : 'rows'}.`
    : `${from} has ${all.toLocaleString('en')} rows; the first ${count} fit into the design and were attached to ${name}.`;
}

function rowsOf(design: DatasetDesign, sourceId: string): readonly JsonObject[] {
  return findSource(design, sourceId)?.rows ?? [];
}

function findSource({ sources }: DatasetDesign, sourceId: string): Source | undefined {
  return sources.find(({ id }) => id === sourceId);
}

async function bytesOf(file: File): Promise<SourceFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
