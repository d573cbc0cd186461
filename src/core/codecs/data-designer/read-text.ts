/** The text of a configuration as plain data: JSON, or YAML as PyYAML's safe loader reads it, within the bounds of a design. */
import { parseDocument, type ScalarTag } from 'yaml';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { hasAtMost, isJsonObject, parseJson, type JsonObject } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';

const mostYamlCharacters = 512_000;
const mostAliases = 100;

const booleanTag = 'tag:yaml.org,2002:bool';

/** The words that PyYAML takes for truth values; y and n are plain texts there. */
const booleans: readonly ScalarTag[] = [
  {
    tag: booleanTag,
    default: true,
    test: /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
    resolve: () => true,
  },
  {
    tag: booleanTag,
    default: true,
    test: /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/,
    resolve: () => false,
  },
];

/** Dates stay texts, and nothing becomes an object of a class. */
const foreignTags: ReadonlySet<unknown> = new Set(
  ['binary', 'bool', 'omap', 'pairs', 'set', 'timestamp'].map(
    (name) => `tag:yaml.org,2002:${name}`,
  ),
);

export interface ReadText {
  readonly value: JsonObject;
  readonly form: 'json' | 'yaml';
}

/** Fails when the text is no object in either form, or beyond the limits. Never throws. */
export function readText(text: string): Result<ReadText, readonly Diagnostic[]> {
  const plain = text.replace(/^\uFEFF/, '');
  const isJson = plain.trimStart().startsWith('{');
  const value = isJson ? readJson(plain) : readYaml(plain);
  if (!value.ok) return failure([problem(value.error.code, value.error.message)]);
  if (!isJsonObject(value.value))
    return failure([
      problem('bad-shape', 'A configuration is a map of settings, and this file is not one.'),
    ]);
  return success({ value: value.value, form: isJson ? 'json' : 'yaml' });
}

type Parsed = Result<unknown, { readonly code: string; readonly message: string }>;

function readJson(text: string): Parsed {
  const bounds = { maxLength: limits.designLength, maxNodes: limits.designNodes };
  return parseJson(text, { ...bounds, maxDepth: limits.designDepth });
}

function readYaml(text: string): Parsed {
  if (text.length > mostYamlCharacters)
    return failure({
      code: 'yaml-too-long',
      message: `The file has ${text.length.toLocaleString('en')} characters; the limit for YAML is ${mostYamlCharacters.toLocaleString('en')}.`,
    });
  try {
    const document = parseDocument(text, {
      version: '1.1',
      schema: 'yaml-1.1',
      customTags: (tags) => [
        ...tags.filter((tag) => typeof tag === 'string' || !foreignTags.has(tag.tag)),
        ...booleans,
      ],
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error !== undefined)
      return failure({
        code: 'yaml-syntax',
        message: `This is not readable YAML: ${(error.message.split('\n')[0] ?? '').replace(/\.?$/, '.')}`,
      });
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return hasAtMost(value, limits.designNodes, limits.designDepth)
      ? success(value)
      : failure({ code: 'yaml-too-deep', message: 'The file holds too much to be read.' });
  } catch {
    // The library throws for aliases without end and for a nest that is too deep.
    return failure({ code: 'yaml-too-deep', message: 'The file is nested too deeply to be read.' });
  }
}

function problem(code: string, message: string): Diagnostic {
  return { path: [], code, severity: 'error', message };
}
