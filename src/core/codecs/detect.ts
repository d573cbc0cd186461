/** Which format a text is in, told from the text itself; the file name only helps where the text is silent. */
import { hasSharePayload } from './share-payload.ts';

/** `other` is everything that is told from its values, our own JSON included. */
export type DesignFormat = 'share-link' | 'oumi-yaml' | 'data-designer' | 'other';

/** A key that only a synthesis configuration has at the beginning of a line. */
const oumiKeys =
  /^(?:strategy_params|inference_config|num_samples|strategy|environment_config)[ \t]*:/m;

/** Words that only a configuration of Data Designer has, in JSON or YAML. */
const dataDesignerKeys = /^\s*data_designer[ \t]*:|"data_designer"\s*:|["']?column_type["']?\s*:/m;

/** What a format is told by: the beginning of a text, without a byte order mark and blanks. It costs the same for any size. */
export function startOf(text: string): string {
  return text
    .slice(0, 4_096)
    .replace(/^\uFEFF/, '')
    .trimStart();
}

/** Whether a text holds the environments of tools and nothing else, in YAML or JSON: a file beside a configuration. */
export function isEnvironmentsText(text: string): boolean {
  const start = startOf(text);
  return /^(?:environments[ \t]*:|\{\s*"environments"\s*:)/m.test(start) && !oumiKeys.test(start);
}

/** Looks at the beginning only; decoding gives the verdict. */
export function detectFormat(text: string, fileName = ''): DesignFormat {
  const start = startOf(text);
  if (/^\d+\.[A-Za-z0-9_-]+\s*$/.test(start)) return 'share-link';
  if (!start.startsWith('{') && oumiKeys.test(start)) return 'oumi-yaml';
  if (isDataDesigner(start)) return 'data-designer';
  if (/^(https?:|#|d=)/i.test(start)) {
    const hash = start.includes('#') ? start.slice(start.indexOf('#')) : start;
    return hasSharePayload(hash) ? 'share-link' : 'other';
  }
  return !start.startsWith('{') && /synth\.ya?ml$/i.test(fileName) ? 'oumi-yaml' : 'other';
}

/** A design of our own says its version first, so it is not searched for words inside its texts. */
function isDataDesigner(start: string): boolean {
  return !/^\{\s*"version"/.test(start) && !start.startsWith('[') && dataDesignerKeys.test(start);
}
