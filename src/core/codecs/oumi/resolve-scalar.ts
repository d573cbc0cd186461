/**
 * What an unquoted word means: YAML 1.1 as PyYAML's safe loader reads it, with the float pattern of
 * OmegaConf and without timestamps.
 */
import type { ScalarType, YamlScalar } from './yaml-node.ts';

type Resolved = Pick<YamlScalar, 'type' | 'value'>;

const truths = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falsehoods = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const empty = /^(?:~|null|Null|NULL|)$/;
const integer =
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A plain scalar without a tag. */
export function resolvePlain(text: string): Resolved {
  if (empty.test(text)) return { type: 'null', value: null };
  if (truths.test(text)) return { type: 'bool', value: true };
  if (falsehoods.test(text)) return { type: 'bool', value: false };
  if (integer.test(text)) return { type: 'int', value: readInteger(text) };
  if (float.test(text)) return { type: 'float', value: readFloat(text) };
  return { type: 'text', value: text };
}

/** True when an unquoted word would be read as a text, and as this one. */
export function isPlainText(text: string): boolean {
  return resolvePlain(text).type === 'text';
}

/** Integers that a number cannot hold exactly lose digits here, as they would in any JSON. */
function readInteger(text: string): number {
  const { sign, digits } = split(text);
  if (digits.startsWith('0b')) return sign * Number.parseInt(digits.slice(2), 2);
  if (digits.startsWith('0x')) return sign * Number.parseInt(digits.slice(2), 16);
  if (digits.includes(':')) return sign * sixties(digits);
  return sign * (/^0./.test(digits) ? Number.parseInt(digits, 8) : Number(digits));
}

function readFloat(text: string): number {
  const { sign, digits } = split(text);
  if (/^\.inf$/i.test(digits)) return sign * Number.POSITIVE_INFINITY;
  if (/^\.nan$/i.test(digits)) return Number.NaN;
  return sign * (digits.includes(':') ? sixties(digits) : Number(digits));
}

function split(text: string): { sign: number; digits: string } {
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  return { sign: text.startsWith('-') ? -1 : 1, digits };
}

function sixties(digits: string): number {
  return digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

const tags: Readonly<Record<string, ScalarType>> = {
  'tag:yaml.org,2002:str': 'text',
  'tag:yaml.org,2002:int': 'int',
  'tag:yaml.org,2002:float': 'float',
  'tag:yaml.org,2002:bool': 'bool',
  'tag:yaml.org,2002:null': 'null',
};

/** A scalar with an explicit tag; undefined when the tag is not one of YAML's own or does not fit. */
export function resolveTagged(text: string, tag: string): Resolved | undefined {
  const type = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (type === undefined) return undefined;
  if (type === 'text') return { type, value: text };
  const plain = resolvePlain(text);
  if (type === 'float' && plain.type === 'int') return { type, value: plain.value };
  return plain.type === type ? plain : undefined;
}
