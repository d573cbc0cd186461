/** Changes of a configuration by dotted path, before it is read: what `--set` does to a file of Oumi. */
import { parseDocument, type Document } from 'yaml';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonValue } from '#core/base/json.ts';
import { configShape } from './config-shape.ts';
import { structureOnly } from './parse-yaml.ts';
import { finishYaml, yamlValue } from './yaml-value.ts';

export interface YamlChange {
  readonly path: JsonPath;
  readonly value: JsonValue;
}

/** Whether a path begins with a key of a configuration. */
export function isConfigPath([first]: JsonPath): boolean {
  return typeof first === 'string' && Object.hasOwn(configShape.fields, first);
}

/** The text with the values set; missing maps on the way are made. The text as it was where it is not readable. */
export function overrideYaml(text: string, changes: readonly YamlChange[]): string {
  if (changes.length === 0) return text;
  const document: Document = parseDocument(text.replace(/^\uFEFF/, ''), structureOnly);
  if (document.errors.length > 0) return text;
  for (const { path, value } of changes) document.setIn(path, yamlValue(value));
  return finishYaml(document.toString({ lineWidth: 0 }));
}
