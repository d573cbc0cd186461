/** Which format a text is in, told from the text itself; the file name only helps where the text is silent. */
import { hasSharePayload } from './share-link.ts';

export type DesignFormat = 'rowsmith-json' | 'share-link' | 'oumi-yaml' | 'unknown';

/** A key that only a synthesis configuration has at the beginning of a line. */
const oumiKeys =
  /^(?:strategy_params|inference_config|num_samples|strategy|environment_config)[ \t]*:/m;

/** Looks at the beginning only, so it costs the same for any size; decoding gives the verdict. */
export function detectFormat(text: string, fileName = ''): DesignFormat {
  const start = text
    .slice(0, 4_096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^\d+\.[A-Za-z0-9_-]+\s*$/.test(start)) return 'share-link';
  if (!start.startsWith('{') && oumiKeys.test(start)) return 'oumi-yaml';
  if (/^(https?:|#|d=)/i.test(start)) {
    const hash = start.includes('#') ? start.slice(start.indexOf('#')) : start;
    return hasSharePayload(hash) ? 'share-link' : 'unknown';
  }
  if (start.startsWith('{')) return 'rowsmith-json';
  if (/synth\.ya?ml$/i.test(fileName)) return 'oumi-yaml';
  return fileName.toLowerCase().endsWith('.rowsmith.json') ? 'rowsmith-json' : 'unknown';
}
