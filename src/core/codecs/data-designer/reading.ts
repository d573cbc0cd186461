/** What the readers of a configuration share: the design as it grows, what is kept aside, and the texts that name columns. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Draft } from '#core/codecs/draft.ts';
import { parseTemplateGrammar } from '#core/expression/parse.ts';
import type { TextLanguage } from '#core/design/design-texts.ts';
import type { Findings } from './findings.ts';

export interface NamedText {
  readonly language: Exclude<TextLanguage, 'format'>;
  readonly text: string;
}

export interface Reading {
  readonly draft: Draft;
  /** What has no place in a design; it stays in the file. */
  readonly kept: Findings;
  /** Every text that may name a column, so that columns of seed data are found by their names. */
  readonly texts: NamedText[];
  /** Columns that only Data Designer can fill. */
  readonly foreign: Set<string>;
}

/** Says of each of these settings that it is there and has no effect here. */
export function keepSettings(
  { kept }: Pick<Reading, 'kept'>,
  settings: readonly string[],
  { path, owner }: { readonly path: JsonPath; readonly owner: string },
): void {
  for (const setting of settings)
    kept.add([...path, setting], `${owner}: “${setting}” is kept in the file and not used here.`);
}

/** The expression of a template that is one output and nothing else, such as `{{ price > 3 }}`. */
export function onlyExpression(template: string): string | undefined {
  const parsed = parseTemplateGrammar(template.trim());
  const [only, ...others] = parsed.ok ? parsed.value.parts : [];
  if (only?.kind !== 'output' || others.length > 0) return undefined;
  const inner = template
    .trim()
    .replace(/^\{\{[-+]?/, '')
    .replace(/[-+]?\}\}$/, '');
  return inner.trim();
}

/** A column without what is undefined. */
export function columnOf(
  parts: Readonly<Record<string, JsonObject[string] | undefined>>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).filter((entry): entry is [string, JsonObject[string]] => {
      return entry[1] !== undefined;
    }),
  );
}
