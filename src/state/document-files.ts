/** What files are, before they are opened, and what is said of those that cannot be. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isEnvironmentsText } from '#core/codecs/detect.ts';
import { limits } from '#core/base/limits.ts';

/** Configurations come first: the files beside them are those that they ask for. */
export async function splitFiles(
  files: readonly File[],
): Promise<readonly [readonly File[], readonly File[]]> {
  const configs = new Set<File>();
  for (const file of files)
    if (/\.ya?ml$/i.test(file.name) && !isEnvironmentsText(await file.slice(0, 8_192).text()))
      configs.add(file);
  return [[...configs], files.filter((file) => !configs.has(file))];
}

/** Texts that are never a design nor rows, only what a source is made of. */
export function isDocument({ name }: File): boolean {
  return /\.(?:md|html?|pdf|docx)$/i.test(name);
}

/** `Lamps` → `Lamps, copy`. */
export function copyName(name: string): string {
  return `${name.slice(0, limits.nameLength - 6)}, copy`;
}

export function tooLarge(file: File): Diagnostic {
  return {
    path: [],
    code: 'file-too-large',
    severity: 'error',
    message: `The file has ${file.size.toLocaleString('en')} bytes; a design has at most ${limits.designLength.toLocaleString('en')} characters.`,
  };
}
