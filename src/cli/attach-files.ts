/**
 * The files that a design names, read from beside it. A path in a document opens nothing outside the
 * folder of that document; other files are attached by the user with `--attach NAME=FILE`.
 */
import { access, constants, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { attachEnvironments } from '#core/codecs/oumi/environments-file.ts';
import { attachSource } from '#core/codecs/source-files/attach-source.ts';
import type { SourceFile } from '#core/codecs/source-files/parse-source-file.ts';
import { loadGpt2Tokenizer } from '#core/codecs/source-files/segment-text.ts';
import {
  isWanted,
  wantedEnvironments,
  wantedFile,
  wantedFiles,
  type WantedFile,
} from '#core/codecs/source-files/wanted-files.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { UsageError } from './cli-host.ts';

/** Names in the document, or their last parts, to files of the user. */
export type Attachments = ReadonlyMap<string, string>;

/** Throws `UsageError` for what is not NAME=FILE. */
export function parseAttachments(texts: readonly string[]): Attachments {
  return new Map(
    texts.map((text) => {
      const split = text.indexOf('=');
      if (split <= 0 || split === text.length - 1)
        throw new UsageError(
          '--attach takes NAME=FILE, such as --attach rows.jsonl=data/rows.jsonl.',
        );
      return [text.slice(0, split), text.slice(split + 1)];
    }),
  );
}

export interface AttachedDesign {
  readonly design: DatasetDesign;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sources whose file lies nowhere stay as they are; the check of the design names them. */
export async function attachFiles(
  design: DatasetDesign,
  documentPath: string,
  attachments: Attachments,
): Promise<AttachedDesign> {
  const diagnostics = await attachmentProblems(design, attachments);
  let attached = design;
  for (const [index, source] of design.sources.entries()) {
    if (source.kind === 'inline' || source.rows.length > 0) continue;
    const path = pathOf(source.path, documentPath, attachments);
    const files = path === undefined ? [] : await readFiles(path, wantedFile(source));
    if (files.length === 0) continue;
    const result = await attachSource(attached, source, {
      files,
      loadTokenizer: loadGpt2Tokenizer,
    });
    if (result.ok) attached = result.value;
    else
      diagnostics.push({
        path: ['sources', index, 'path'],
        code: 'source-file-unreadable',
        severity: 'error',
        message: result.error,
      });
  }
  const environments = await attachEnvironmentsFile(attached, documentPath, attachments);
  return environments.ok
    ? { design: environments.value, diagnostics }
    : { design: attached, diagnostics: [...diagnostics, environments.error] };
}

/** Names that the design does not ask for, and files that are not there. */
async function attachmentProblems(
  design: DatasetDesign,
  attachments: Attachments,
): Promise<Diagnostic[]> {
  const environments = wantedEnvironments(design);
  const wanted = [...wantedFiles(design), ...(environments === undefined ? [] : [environments])];
  const problems: Diagnostic[] = [];
  for (const [name, file] of attachments)
    if (!wanted.some((one) => one.path === name || one.name === name)) {
      const names = wanted.map((one) => `“${one.name}”`).join(', ');
      const message = `--attach: the design asks for ${names || 'no file'}, not for “${name}”.`;
      problems.push({ path: [], code: 'attachment-unwanted', severity: 'warning', message });
    } else if (!basename(file).includes('*') && !(await isReadable(file))) {
      const message = `--attach: ${file} cannot be read. Check its name and permissions.`;
      problems.push({ path: [], code: 'attachment-unreadable', severity: 'error', message });
    }
  return problems;
}

async function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** The design as it is where no file is wanted, or none is found. */
async function attachEnvironmentsFile(
  design: DatasetDesign,
  documentPath: string,
  attachments: Attachments,
): Promise<Result<DatasetDesign, Diagnostic>> {
  const wanted = wantedEnvironments(design);
  const path = wanted && pathOf(wanted.path, documentPath, attachments);
  const text = path && (await readFile(path, 'utf8').catch(() => undefined));
  if (wanted === undefined || text === undefined) return success(design);
  const attached = attachEnvironments(design, { path: wanted.path, text });
  if (attached.ok) return attached;
  const message = `${wanted.name}: ${attached.error}`;
  const place = { path: ['environmentsFile'], severity: 'error' } as const;
  return failure({ ...place, code: 'environments-unreadable', message });
}

/** The file, or all that a `*` in its name stands for, by name; empty when there is none. */
async function readFiles(path: string, wanted: WantedFile): Promise<readonly SourceFile[]> {
  const folder = dirname(path);
  const names = basename(path).includes('*')
    ? (await readdir(folder).catch(() => [])).filter((name) => isWanted(wanted, name)).sort()
    : [basename(path)];
  const files: SourceFile[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes !== undefined) files.push({ name, bytes: new Uint8Array(bytes) });
  }
  return files;
}

function pathOf(name: string, documentPath: string, attachments: Attachments): string | undefined {
  const given = attachments.get(name) ?? attachments.get(basename(name));
  if (given !== undefined) return resolve(given);
  if (documentPath === '-' || /^[a-z]+:/i.test(name)) return undefined;
  const folder = resolve(dirname(documentPath));
  const path = resolve(folder, name);
  const inside = relative(folder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : path;
}
