/** File names made from whatever a design is called: by allow-list, so that no name can climb, hide or clash with a device. */

const longestName = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * A safe file name of at most 80 characters, extension included: letters, digits, `-`, `_` and `.`,
 * accents kept, everything else one hyphen. `extension` comes without its dot and from the program.
 */
export function fileName(name: string, extension: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_.]+|[-_.]+$/g, '');
  const safe = stem === '' ? 'dataset' : stem;
  const named = reserved.test(safe) ? `dataset-${safe}` : safe;
  return `${cut(named, longestName - extension.length - 1)}.${extension}`;
}

/** Cut at whole characters, never inside a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length;
  const code = text.charCodeAt(end - 1);
  if (code >= 0xd800 && code <= 0xdbff) end -= 1;
  return text.slice(0, end).replace(/[-_.]+$/, '');
}
