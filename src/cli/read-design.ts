/** From FILE to a design: a file, a share link or standard input; what is wrong with it has a line where it can. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { hasErrors, type Diagnostic } from '#core/base/diagnostic.ts';
import { lineAt, parseJson } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { detectFormat } from '#core/codecs/detect.ts';
import { readAnything } from '#core/codecs/import-formats.ts';
import { createJsonLocator } from '#core/codecs/json-locator.ts';
import { withTrial } from '#core/analysis/check-trial.ts';
import { checkDesign } from '#core/design/check.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { overrideDesign, type Override } from './apply-overrides.ts';
import { attachFiles, type Attachments } from './attach-files.ts';
import type { CliHost } from './cli-host.ts';
import { readOumiDesign } from './read-oumi-design.ts';
import type { LocatedDiagnostic } from './print-diagnostics.ts';

export interface ReadDesign {
  /** Undefined when nothing usable could be read. */
  readonly design: DatasetDesign | undefined;
  /** Everything that was mended, lost or would fail in a run. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly hasErrors: boolean;
}

export interface ReadOptions {
  readonly overrides?: readonly Override[];
  readonly attachments?: Attachments;
}

/** Reads, changes, restores and checks a design. Never throws for what is wrong with it. */
export async function readDesign(
  file: string,
  host: CliHost,
  { overrides = [], attachments = new Map() }: ReadOptions = {},
): Promise<ReadDesign> {
  const text = await readText(file, host);
  if (typeof text !== 'string') return resultOf(undefined, [text], '');
  if (detectFormat(text, file) === 'oumi-yaml')
    return readOumiDesign({ file, text, overrides, attachments });
  const decoded = await readAnything({ text, name: nameOf(file) });
  if (!decoded.ok) return resultOf(undefined, decoded.error, text);
  const { notices } = decoded.value;
  // The seed of a configuration is a file beside it, as it is for Data Designer. A design of our own
  // opens no file by its name alone.
  const hasSeed = detectFormat(text, file) === 'data-designer';
  const attached = await attachFiles(decoded.value.design, hasSeed ? file : '-', attachments);
  const { design } = attached;
  const told = [...notices, ...attached.diagnostics];
  if (overrides.length === 0) return resultOf(design, [...told, ...findingsOf(design)], text);
  const restored = overrideDesign(design, overrides);
  if (!restored.ok) return resultOf(undefined, [...told, ...restored.error], text);
  const found = [...told, ...restored.value.notices, ...findingsOf(restored.value.design)];
  return resultOf(restored.value.design, found, text);
}

function findingsOf(design: DatasetDesign): readonly Diagnostic[] {
  return withTrial(design, checkDesign(design));
}

function resultOf(
  design: DatasetDesign | undefined,
  diagnostics: readonly Diagnostic[],
  text: string,
): ReadDesign {
  const lines = createLineFinder(text);
  return {
    design,
    diagnostics: diagnostics.map((diagnostic) => ({
      diagnostic,
      line: diagnostic.line ?? lines(diagnostic),
    })),
    hasErrors: hasErrors(diagnostics),
  };
}

/** Lines exist for JSON text only; a syntax error has its own. */
function createLineFinder(text: string): (diagnostic: Diagnostic) => number | undefined {
  if (!/^\s*\{/.test(text) || text.length > limits.designLength) return () => undefined;
  const parsed = parseJson(text, { maxDepth: limits.designDepth });
  if (parsed.ok) {
    const locator = createJsonLocator(text);
    return ({ path }) => (path.length === 0 ? undefined : locator.locate(path).line);
  }
  const { offset } = parsed.error;
  return () => (offset === undefined ? undefined : lineAt(text, offset).line);
}

/** What stands on standard input or in a link has no name. */
function nameOf(file: string): string {
  return file === '-' || isLink(file) ? '' : basename(file);
}

function isLink(file: string): boolean {
  return /^(https?:\/\/|#d=)/.test(file);
}

/** The text of FILE; a link is its own text. */
async function readText(file: string, host: CliHost): Promise<string | Diagnostic> {
  if (file === '-') return host.readStdin();
  if (isLink(file)) return file;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return {
      path: [],
      code: 'file-unreadable',
      severity: 'error',
      message:
        code === 'ENOENT'
          ? 'There is no such file.'
          : `The file could not be read (${code}). Check its name and permissions.`,
    };
  }
}
