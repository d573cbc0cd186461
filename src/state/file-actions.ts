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
  const { stores, workers } = context;
  const tell = (text: string): void =>
    stores.view.getState().actions.toast({ text, severity: 'error' });

  const attach = async (sourceId: string, files: readonly File[]): Promise<void> => {
    const large = files.find(({ size }) => size > mostBytes);
    if (large !== undefined) {
      tell(`${large.name} is larger than 200 MB. Take a part of it.`);
      return;
    }
    const read = await Promise.all(files.map(bytesOf));
    const { documentId, design } = stores.design.getState();
    const source = findSource(design, sourceId);
    if (source === undefined) return;
    const codec = await import('#core/codecs/source-files/attach-source.ts');
    const { loadGpt2Tokenizer } = await import('#core/codecs/source-files/segment-text.ts');
    const attached = await codec.attachSource(design, source, {
      files: read,
      loadTokenizer: loadGpt2Tokenizer,
    });
    // Reading takes a while; what was edited or opened meanwhile is not overwritten.
    if (stores.design.getState().documentId !== documentId) return;
    if (!attached.ok) {
      tell(`${files.map(({ name }) => name).join(', ')}: ${attached.error}`);
      return;
    }
    const rows = findSource(attached.value, sourceId)?.rows ?? [];
    await give(sourceId, rows, files.map(({ name }) => name).join(', '));
  };

  /** One step of the history: rows, and the columns that they bring along. */
  const give = async (
    sourceId: string,
    rows: readonly JsonObject[],
    from: string,
  ): Promise<void> => {
    const { attachRows } = await import('#core/codecs/source-files/attach-source.ts');
    const { design, actions } = stores.design.getState();
    const source = findSource(design, sourceId);
    if (source === undefined) return;
    const fitting = fittingRows(design, rows);
    const problems = actions.apply({
      kind: 'replace-design',
      design: attachRows(design, source, fitting),
    });
    const [problem] = problems;
    if (problem !== undefined) tell(`${from}: ${problem.message}`);
    else toldAttached(source, { from, all: rows.length, kept: fitting.length });
  };

  const toldAttached = (
    { name }: Source,
    { from, all, kept }: { readonly from: string; readonly all: number; readonly kept: number },
  ): void => {
    const count = kept.toLocaleString('en');
    const words =
      kept === all
        ? `${from} attached to ${name}: ${count} ${kept === 1 ? 'row' : 'rows'}.`
        : `${from} has ${all.toLocaleString('en')} rows; the first ${count} fit into the design and were attached to ${name}.`;
    const undo = (): void => stores.design.getState().actions.undo();
    stores.view.getState().actions.toast({
      text: words,
      action: { label: 'Undo', perform: undo },
    });
  };

  return {
    attach,
    async attachByName(files) {
      const left = new Set(files);
      for (const wanted of wantedFiles(stores.design.getState().design)) {
        const own = [...left].filter(({ name }) => isWanted(wanted, name));
        if (own.length === 0) continue;
        await attach(wanted.sourceId, own);
        for (const file of own) left.delete(file);
      }
      return [...left];
    },
    async fetchDataset(sourceId) {
      const { documentId, design } = stores.design.getState();
      const source = findSource(design, sourceId);
      if (source?.kind !== 'file') return;
      const { dataset } = wantedFile(source);
      if (dataset === undefined) return;
      const answer = await workers.engine
        .fetchDataset({ dataset, split: source.split, rowCount: mostFetchedRows })
        .catch((error: unknown): Result<never, string> =>
          failure(error instanceof Error ? error.message : String(error)),
        );
      if (stores.design.getState().documentId !== documentId) return;
      if (!answer.ok) {
        tell(answer.error);
        return;
      }
      const { mappedRows } = await import('#core/codecs/source-files/attach-source.ts');
      const rows = mappedRows(answer.value.rows, source);
      if (!rows.ok) tell(rows.error);
      else await give(sourceId, rows.value, `${dataset} on Hugging Face`);
    },
  };
}

function findSource({ sources }: DatasetDesign, sourceId: string): Source | undefined {
  return sources.find(({ id }) => id === sourceId);
}

async function bytesOf(file: File): Promise<SourceFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
