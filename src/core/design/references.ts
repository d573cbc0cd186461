/**
 * Who reads whom. Structural references hold ids; templates and expressions hold names, which are
 * found by parsing, so a text that does not parse refers to nothing.
 */
import type { JsonPath } from '#core/base/diagnostic.ts';
import {
  parseExpressionGrammar,
  parseFormat,
  parseTemplateGrammar,
} from '#core/expression/parse.ts';
import {
  expressionReferences,
  templateReferences,
  type Reference,
} from '#core/expression/references.ts';
import type { DatasetDesign } from './design.ts';
import {
  designTexts,
  type DesignText,
  type ReferenceOwner,
  type TextLanguage,
} from './design-texts.ts';
import { structuralReferences } from './structural-references.ts';

export interface ColumnReference {
  readonly from: ReferenceOwner;
  readonly columnId: string;
  /** Place of the reference: of the id itself, or of the text that names the column. */
  readonly path: JsonPath;
  readonly via: 'structure' | TextLanguage;
}

/** Free names a text reads, in its order; none when its grammar is broken. Unknown filters do not matter. */
export function namesIn({
  language,
  text,
}: Pick<DesignText, 'language' | 'text'>): readonly Reference[] {
  if (language === 'expression') {
    const parsed = parseExpressionGrammar(text);
    return parsed.ok ? expressionReferences(parsed.value) : [];
  }
  const parsed = language === 'format' ? parseFormat(text) : parseTemplateGrammar(text);
  return parsed.ok ? templateReferences(parsed.value) : [];
}

/** Every reference to a column that exists; a text that names a column twice gives one. */
export function columnReferences(design: DatasetDesign): readonly ColumnReference[] {
  const ids = new Set(design.columns.map((column) => column.id));
  const idsByName = new Map(design.columns.map((column) => [column.name, column.id]));
  const structural = structuralReferences(design)
    .filter(({ columnId }) => ids.has(columnId))
    .map((reference): ColumnReference => ({ ...reference, via: 'structure' }));
  const textual = designTexts(design).flatMap((text) => {
    const found = new Set(namesIn(text).flatMap(({ name }) => idsByName.get(name) ?? []));
    return [...found].map((columnId): ColumnReference => ({
      from: text.from,
      columnId,
      path: text.path,
      via: text.language,
    }));
  });
  return [...structural, ...textual];
}

export function referencesTo(design: DatasetDesign, columnId: string): readonly ColumnReference[] {
  return columnReferences(design).filter((reference) => reference.columnId === columnId);
}
