/** Which files a design still asks for, and which file answers which wish. A path is only ever a name: nothing is opened by it. */
import type { DatasetDesign, Source } from '#core/design/design.ts';

export interface WantedFile {
  readonly sourceId: string;
  /** As the design writes it. */
  readonly path: string;
  /** The last part of the path; may hold `*`. */
  readonly name: string;
  /** A public dataset of Hugging Face, such as `org/name`, in place of a file. */
  readonly dataset?: string;
}

/** Sources of files that have no rows yet, in design order. */
export function wantedFiles({ sources }: DatasetDesign): readonly WantedFile[] {
  return sources.flatMap((source) =>
    source.kind === 'inline' || source.rows.length > 0 ? [] : [wantedFile(source)],
  );
}

/** What the source asks for, whether it has rows already or not. */
export function wantedFile({ id, path }: Exclude<Source, { kind: 'inline' }>): WantedFile {
  const dataset = /^hf:(?:\/\/)?(.+)$/i.exec(path)?.[1];
  return { sourceId: id, path, name: nameOf(path), ...(dataset === undefined ? {} : { dataset }) };
}

/** The file of its own that the environments of tools are to come from, until it is given. */
export function wantedEnvironments({
  environmentsFile: file,
}: DatasetDesign): Pick<WantedFile, 'path' | 'name'> | undefined {
  if (file === undefined || file.text !== undefined) return undefined;
  return { path: file.path, name: nameOf(file.path) };
}

function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** Whether a file of this name is asked for. Case counts, as it does where the design came from; `*` stands for any letters. */
export function isWanted(
  { name, dataset }: Pick<WantedFile, 'name' | 'dataset'>,
  fileName: string,
): boolean {
  if (dataset !== undefined) return false;
  const parts = name.split('*');
  const [first = '', ...others] = parts;
  if (others.length === 0) return name === fileName;
  const last = others.pop() ?? '';
  if (!fileName.startsWith(first) || !fileName.endsWith(last)) return false;
  let rest = fileName.slice(first.length, fileName.length - last.length);
  if (fileName.length < first.length + last.length) return false;
  for (const part of others) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}
