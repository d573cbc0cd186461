/**
 * YAML to a typed tree, within bounds and never throwing. The library reads structure only; what words
 * mean is decided here, because no ready-made schema reads them as Oumi's loader does.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isForbiddenKey } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { resolvePlain, resolveTagged } from './resolve-scalar.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts';

const mostYamlCharacters = 512_000;
const mostAliases = 100;

export interface ParsedYaml {
  readonly root: YamlNode;
  /** What was left out or read as plain text. */
  readonly notices: readonly Diagnostic[];
}

/** Options that keep the library from giving words a meaning. */
export const structureOnly = {
  version: '1.1',
  schema: 'failsafe',
  logLevel: 'silent',
  prettyErrors: false,
  uniqueKeys: true,
} as const;

/** The first document of the text. A byte order mark is ignored. */
export function parseYaml(text: string): Result<ParsedYaml, readonly Diagnostic[]> {
  const plain = text.replace(/^\uFEFF/, '');
  const refused = refusalOf(plain);
  if (refused !== undefined) return failure([refused]);
  try {
    return readDocuments(hideInterpolation(plain));
  } catch (error) {
    if (error instanceof Unusable) return failure([error.diagnostic]);
    // The library descends without a bound of its own, so a nest that is too deep ends here.
    return failure([problem('yaml-too-deep', 'The file is nested too deeply to be read.')]);
  }
}

function refusalOf(text: string): Diagnostic | undefined {
  if (text.length > mostYamlCharacters)
    return problem(
      'yaml-too-long',
      `The file has ${text.length.toLocaleString('en')} characters; the limit for YAML is ${mostYamlCharacters.toLocaleString('en')}.`,
    );
  return undefined;
}

/** Oumi's loader puts a backslash before each `${`, so that nothing is looked up. */
function hideInterpolation(text: string): string {
  return text.replace(/(?<!\\)\$\{/g, '\\${');
}

function readDocuments(text: string): Result<ParsedYaml, readonly Diagnostic[]> {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { ...structureOnly, lineCounter: lines });
  const notices: Diagnostic[] = [];
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (document === undefined) return success({ root: nothing, notices });
  const [error] = document.errors;
  if (error !== undefined)
    return failure([
      {
        ...problem('yaml-syntax', sentence(error.message)),
        line: lines.linePos(error.pos[0]).line,
      },
    ]);
  if (Array.isArray(documents) && documents.length > 1)
    notices.push(
      problem('yaml-syntax', 'There are several documents here. Only the first one is read.'),
    );
  const walk: Walk = { document, notices, aliases: 0, nodes: 0, lines };
  const root = document.contents === null ? nothing : convert(document.contents, walk, 0);
  return success({ root, notices });
}

const nothing: YamlScalar = { kind: 'scalar', type: 'null', value: null, line: 1 };

interface Walk {
  readonly document: Document.Parsed | Document;
  readonly notices: Diagnostic[];
  readonly lines: LineCounter;
  aliases: number;
  nodes: number;
}

class Unusable extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

function convert(node: unknown, walk: Walk, depth: number): YamlNode {
  walk.nodes += 1;
  if (walk.nodes > limits.designNodes)
    throw new Unusable(
      problem(
        'yaml-too-many-values',
        `The file holds more than ${limits.designNodes.toLocaleString('en')} values.`,
      ),
    );
  if (depth > limits.designDepth)
    throw new Unusable(
      problem('yaml-too-deep', `The file is nested more than ${limits.designDepth} levels deep.`),
    );
  if (isAlias(node)) return convertAlias(node, walk, depth);
  if (isMap(node)) return convertMap(node, walk, depth);
  if (isSeq(node))
    return {
      kind: 'list',
      line: lineOf(node, walk),
      items: node.items.map((item) => convert(item, walk, depth + 1)),
    };
  return convertScalar(node, walk);
}

function convertAlias(node: Parameters<typeof isAlias>[0], walk: Walk, depth: number): YamlNode {
  walk.aliases += 1;
  if (walk.aliases > mostAliases)
    throw new Unusable(
      problem('yaml-too-many-aliases', `The file has more than ${mostAliases} aliases (*name).`),
    );
  const target: unknown = isAlias(node) ? node.resolve(walk.document) : undefined;
  return convert(target, walk, depth + 1);
}

function convertMap(node: YAMLMap, walk: Walk, depth: number): YamlMap {
  const own: YamlEntry[] = [];
  const merged: YamlEntry[] = [];
  for (const { key: keyNode, value: valueNode } of node.items) {
    const key = convertScalar(keyNode, walk);
    const value = convert(valueNode ?? null, walk, depth + 1);
    const isMerge = key.value === '<<' && isScalar(keyNode) && keyNode.type === 'PLAIN';
    if (isMerge) merged.push(...entriesOf(value));
    else if (isForbiddenKey(String(key.value)))
      walk.notices.push(
        problem(
          'forbidden-key',
          `A key called “${String(key.value)}” is not allowed and was left out.`,
        ),
      );
    else own.push({ key, value });
  }
  const names = new Set(own.map(({ key }) => key.value));
  const first = merged.filter(({ key }) => !names.has(key.value) && names.add(key.value));
  return { kind: 'map', entries: [...own, ...first], line: lineOf(node, walk) };
}

function entriesOf(value: YamlNode): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries;
  return value.kind === 'list' ? value.items.flatMap(entriesOf) : [];
}

function convertScalar(node: unknown, walk: Walk): YamlScalar {
  if (!isScalar(node)) {
    if (node === null || node === undefined) return nothing;
    throw new Unusable(problem('yaml-syntax', 'A list or a map stands where a name is needed.'));
  }
  const line = lineOf(node, walk);
  const resolved = meaningOf(node, walk);
  if (resolved.type !== 'text') return { kind: 'scalar', ...resolved, line };
  const value = showInterpolation(String(resolved.value), walk);
  return { kind: 'scalar', type: 'text', value, line };
}

function meaningOf(node: Scalar, walk: Walk): Pick<YamlScalar, 'type' | 'value'> {
  const text = typeof node.value === 'string' ? node.value : '';
  const { tag } = node;
  if (tag === undefined && node.type === 'PLAIN') return resolvePlain(text);
  const tagged = tag === undefined || tag === '!' ? undefined : resolveTagged(text, tag);
  if (tagged !== undefined) return tagged;
  if (tag !== undefined && tag !== '!')
    walk.notices.push(problem('yaml-syntax', `The tag ${tag} is not known. It was read as text.`));
  return { type: 'text', value: text };
}

/** Takes away the backslashes that keep OmegaConf from looking `${…}` up: of an odd number, half. */
function showInterpolation(text: string, walk: Walk): string {
  return text.replace(/(\\*)\$\{/g, (_whole, slashes: string) => {
    if (slashes.length % 2 === 0)
      walk.notices.push(
        problem('interpolation', 'Oumi would look up what stands in ${…} here, and fail.'),
      );
    return `${'\\'.repeat(Math.floor(slashes.length / 2))}\${`;
  });
}

function lineOf(node: Pick<Node, 'range'>, { lines }: Walk): number {
  return Math.max(1, lines.linePos(node.range?.[0] ?? 0).line);
}

function sentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return `This is not readable YAML: ${line.replace(/\.?$/, '.')}`;
}

function problem(code: string, message: string): Diagnostic {
  return { path: [], code, severity: 'error', message };
}
