/** Values as YAML that Oumi's loader reads back unchanged: the style of every scalar is chosen here. */
import { Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import type { JsonValue } from '#core/base/json.ts';
import { isPlainText } from './resolve-scalar.ts';

/**
 * Signs that the library would write as they are. They go in as private ones, which
 * `finishYaml` turns into escapes once the text stands.
 */
const escapes: readonly (readonly [sign: string, mark: string, escape: string])[] = [
  ['$', '\uE0A4', '\\x24'],
  ['\u0085', '\uE0A5', '\\N'],
  ['\u2028', '\uE0A6', '\\L'],
  ['\u2029', '\uE0A7', '\\P'],
];

export function yamlValue(value: JsonValue): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = (value as readonly JsonValue[]).map(yamlValue);
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const map = new YAMLMap();
    map.items = Object.entries(value).map(
      ([key, item]) => new Pair(yamlText(key), yamlValue(item)),
    );
    return map;
  }
  return typeof value === 'string' ? yamlText(value) : scalar(String(value), 'PLAIN');
}

export function yamlText(text: string): Scalar {
  if (text.includes('${')) {
    // OmegaConf takes one of each pair of backslashes and the last one away.
    const hidden = text.replace(
      /(\\*)\$\{/g,
      (_whole, slashes: string) => `${slashes}${slashes}\\\uE0A4{`,
    );
    return scalar(marked(hidden), 'QUOTE_DOUBLE');
  }
  if (/[^\P{Cc}\n]|[\u2028\u2029\uFEFF]/u.test(text)) return scalar(marked(text), 'QUOTE_DOUBLE');
  if (text.includes('\n')) {
    const isBlock = /^\S/.test(text) && !/[ \t](?:\n|$)/.test(text);
    return scalar(text, isBlock ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE');
  }
  const isPlain = /^[A-Za-z][\w .,()/+-]*$/.test(text) && !text.endsWith(' ') && isPlainText(text);
  return scalar(text, isPlain ? 'PLAIN' : 'QUOTE_DOUBLE');
}

function marked(text: string): string {
  return escapes.slice(1).reduce((result, [sign, mark]) => result.replaceAll(sign, mark), text);
}

function scalar(text: string, type: Scalar.Type): Scalar {
  const node = new Scalar(text);
  node.type = type;
  return node;
}

/** The last step of writing: private signs become escapes of a double-quoted text. */
export function finishYaml(text: string): string {
  return escapes.reduce((result, [, mark, escape]) => result.replaceAll(mark, escape), text);
}
