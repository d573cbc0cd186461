/** Files that a design asks for: given by hand, matched by name, or rows of a public dataset that the user asks for. */
import { counted } from '#core/base/counted.ts';
import type { SourceFile } from '#core/codecs/source-files/parse-source-file.ts';
import { limits } from '#core/base/limits.ts';
import { isEnvironmentsText } from '#core/codecs/detect.ts';
import {
  isWanted,
  wantedEnvironments,
  wantedFile,
  wantedFiles,
} from '#core/codecs/source-files/wanted-files.ts';
import type { JsonObject } from '#core/base/json.ts';
import { failure, type Result } from '#core/base/result.ts';
import type { DatasetDesign, Source } from '#core/design/design.ts';
import { fittingRows } from './fitting-rows.ts';
import type { WorkbenchContext } from './workbench-context.ts';

export interface FileActions {
  /** Gives a source the rows of these files. What went wrong, or was left out, is said in a toast. */
  attach(sourceId: string, files: readonly File[]): Promise<void>;
  /** Gives the design the environments of tools that a file of their own holds. What went wrong is said in a toast. */
  attachEnvironments(file: File): Promise<void>;
  /** Gives each file to what asks for it by name. Answers with the files nobody asks for. */
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
    attachEnvironments: (file) => giver.attachEnvironments(file),
    async attachByName(files) {
      const left = new Set(files);
      for (const wanted of wantedFiles(context.stores.design.getState().design)) {
        const own = [...left].filter(({ name }) => isWanted(wanted, name));
        if (own.length === 0) continue;
        await giver.attach(wanted.sourceId, own);
        for (const file of own) left.delete(file);
      }
      for (const file of left) if (await giver.takeEnvironments(file)) left.delete(file);
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

  /** Whether the file was the one that the design waits for: by its name, or by what it holds. */
  async takeEnvironments(file: File): Promise<boolean> {
    const wanted = wantedEnvironments(this.context.stores.design.getState().design);
    if (wanted === undefined || file.size > limits.designLength) return false;
    if (!isWanted(wanted, file.name) && !isEnvironmentsText(await file.text())) return false;
    await this.attachEnvironments(file);
    return true;
  }

  async attachEnvironments(file: File): Promise<void> {
    const { documentId } = this.context.stores.design.getState();
    if (file.size > limits.designLength) {
      this.tell(`${file.name} is too large for a file of environments.`);
      return;
    }
    const text = await file.text();
    const { attachEnvironments } = await import('#core/codecs/oumi/environments-file.ts');
    if (!this.isOpen(documentId)) return;
    const { design } = this.context.stores.design.getState();
    const path = design.environmentsFile?.path ?? file.name;
    const attached = attachEnvironments(design, { path, text });
    if (attached.ok)
      this.replace(
        attached.value,
        file.name,
        `${file.name} attached: ${toolWords(attached.value)}.`,
      );
    else this.tell(`${file.name}: ${attached.error}`);
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
    const { design } = this.context.stores.design.getState();
    const source = findSource(design, sourceId);
    if (source === undefined) return;
    const kept = fittingRows(design, rows);
    const words = attachedWords(source, { from, all: rows.length, kept: kept.length });
    this.replace(attachRows(design, source, kept), from, words);
  }

  /** Says `words`, with a way back, or why the design from this file is refused. */
  private replace(design: DatasetDesign, from: string, words: string): void {
    const { actions } = this.context.stores.design.getState();
    const [problem] = actions.apply({ kind: 'replace-design', design });
    if (problem !== undefined) {
      this.tell(`${from}: ${problem.message}`);
      return;
    }
    this.context.stores.view.getState().actions.toast({
      text: words,
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
  return kept === all
    ? `${from} attached to ${name}: ${counted(kept, 'row')}.`
    : `${from} has ${all.toLocaleString('en')} rows; the first ${kept.toLocaleString('en')} fit into the design and were attached to ${name}.`;
}

function toolWords({ environments = [] }: DatasetDesign): string {
  const count = environments.reduce((sum, { tools }) => sum + tools.length, 0);
  return counted(count, 'tool');
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
