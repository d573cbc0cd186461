/**
 * Configurations of NeMo Data Designer as a design format, JSON or YAML. What a design has no place for
 * stays in the text it came from and is written back; what the configuration has no place for is listed.
 */
import { stringify } from 'yaml';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isJsonObject, type JsonObject } from '#core/base/json.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import type { DesignCodec, EncodedDesign } from '#core/codecs/design-codec.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import { mergeConfig } from './merge-config.ts';
import { innerConfig, readConfig } from './read-config.ts';
import { globPattern, globsOf } from './read-rest.ts';
import { readText } from './read-text.ts';
import { tagConfig } from './tag-config.ts';
import { objectsAt, textAt } from './values.ts';
import { withoutKeys } from './without-keys.ts';
import { writeConfig } from './write-config.ts';
import { createFindings } from './findings.ts';

export const dataDesigner: DesignCodec = {
  id: 'data-designer',
  label: 'Data Designer configuration',
  encode: (design) => {
    const { file, notices } = encodeFile(design);
    return { text: JSON.stringify(file, undefined, 2), notices };
  },
  decode,
};

/** The same as YAML. Every text stands in quotes, because bare words such as on and no mean something else there. */
export function encodeYaml(design: DatasetDesign): EncodedDesign {
  const { file, notices } = encodeFile(design);
  const text = stringify(file, {
    version: '1.1',
    schema: 'yaml-1.1',
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
  return { text, notices };
}

function decode(text: string): Result<RestoredDesign, readonly Diagnostic[]> {
  const read = readText(text);
  if (!read.ok) return read;
  const file = read.value.value;
  const inner = innerConfig(file);
  if (inner === undefined)
    return failure([
      {
        path: ['columns'],
        code: 'no-columns',
        severity: 'error',
        message: 'A configuration of Data Designer has a list of columns, and this file has none.',
      },
    ]);
  const clean = withoutKeys(inner);
  const { draft, kept } = readConfig(clean.config);
  const origin = clean.config === inner ? text : JSON.stringify({ data_designer: clean.config });
  const restored = restoreDesign({ ...draft, origin: { format: 'data-designer', text: origin } });
  if (!restored.ok) return restored;
  const { design, notices } = restored.value;
  const lead = inner === file ? [] : ['data_designer'];
  const own = [...clean.notices, ...kept].map((item) => ({
    ...item,
    path: [...lead, ...item.path],
  }));
  return success({ design, notices: [...own, ...notices] });
}

interface EncodedFile {
  readonly file: JsonObject;
  readonly notices: readonly Diagnostic[];
}

function encodeFile(design: DatasetDesign): EncodedFile {
  const { config, losses } = writeConfig(design);
  const origin = originOf(design);
  if (origin === undefined)
    return { file: { data_designer: tagConfig(config) }, notices: losses.items };
  const { file, inner, base } = origin;
  const merged = tagConfig(mergeConfig(inner, writeConfig(base).config, config));
  const isWrapped = isJsonObject(file.data_designer);
  return {
    file: isWrapped ? { ...file, data_designer: merged } : { data_designer: merged },
    notices: [...losses.items, ...stillDropped(design, inner)],
  };
}

interface Origin {
  readonly file: JsonObject;
  readonly inner: JsonObject;
  /** The design as the file alone gives it. */
  readonly base: DatasetDesign;
}

function originOf({ origin }: DatasetDesign): Origin | undefined {
  if (origin?.format !== 'data-designer') return undefined;
  const read = readText(origin.text);
  const inner = read.ok ? innerConfig(read.value.value) : undefined;
  const decoded = decode(origin.text);
  return read.ok && inner !== undefined && decoded.ok
    ? { file: read.value.value, inner, base: decoded.value.design }
    : undefined;
}

/** A column that is kept now and that a processor of the file drops all the same. */
function stillDropped({ columns }: DatasetDesign, inner: JsonObject): readonly Diagnostic[] {
  const found = createFindings('not-in-data-designer');
  for (const { item, index } of objectsAt(inner, 'processors')) {
    const globs = globsOf(item);
    for (const { name, drop } of columns)
      if (!drop && globs.some((glob) => globPattern(glob).test(name)))
        found.add(
          ['processors', index],
          `${name} is still dropped by the processor ${textAt(item, 'name') ?? ''} of the file.`,
        );
  }
  return found.items;
}
