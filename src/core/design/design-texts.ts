/** Every expression and template of a design with its place and owner: the one list that references, renames and checks go through. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Call, Column, DatasetDesign } from './design.ts';
import { fillTemplates, outputTemplates } from './template-parts.ts';
import { constraintSentence } from './sentence.ts';

/** Who holds a reference; `label` is for people. */
export interface ReferenceOwner {
  readonly kind: 'column' | 'call' | 'constraint' | 'copula' | 'chart' | 'output';
  readonly id: string;
  readonly label: string;
}

export interface DesignText {
  readonly from: ReferenceOwner;
  /** Place of the string value. */
  readonly path: JsonPath;
  readonly language: TextLanguage;
  readonly text: string;
  /** Names that only this text can read, besides the columns. */
  readonly extraNames?: readonly string[];
}

/** `template` is Jinja's, `format` is Python's `str.format`; which one a design uses is its dialect. */
export type TextLanguage = 'expression' | 'template' | 'format';

export function templateLanguage({
  dialect,
}: Pick<DatasetDesign, 'dialect'>): Exclude<TextLanguage, 'expression'> {
  return dialect === 'oumi' ? 'format' : 'template';
}

/** In the order of the document. */
export function designTexts(design: DatasetDesign): readonly DesignText[] {
  const language = templateLanguage(design);
  const columns = design.columns.flatMap((column, index) =>
    columnTexts(column, { path: ['columns', index], language }),
  );
  const calls = design.calls.flatMap((call, index) =>
    callTexts(call, { path: ['calls', index], language }),
  );
  const constraints = design.constraints.flatMap((constraint, index): readonly DesignText[] =>
    constraint.kind === 'expression'
      ? [
          {
            from: {
              kind: 'constraint',
              id: constraint.id,
              label: constraintSentence(constraint, design),
            },
            path: ['constraints', index, 'expression'],
            language: 'expression',
            text: constraint.expression,
          },
        ]
      : [],
  );
  return [...columns, ...calls, ...constraints];
}

interface Place {
  readonly path: JsonPath;
  /** Of templates. */
  readonly language: TextLanguage;
}

function columnTexts(column: Column, { path, language }: Place): readonly DesignText[] {
  const from: ReferenceOwner = { kind: 'column', id: column.id, label: column.name };
  const texts: DesignText[] = [];
  const { fill, skip } = column;
  if (fill.kind === 'formula')
    texts.push({
      from,
      path: [...path, 'fill', 'expression'],
      language: 'expression',
      text: fill.expression,
    });
  for (const part of fillTemplates(fill))
    texts.push({ from, path: [...path, 'fill', ...part.path], language, text: part.text });
  column.conditionalParams?.forEach(({ when }, index) => {
    const place = [...path, 'conditionalParams', index, 'when'];
    texts.push({ from, path: place, language: 'expression', text: when });
  });
  if (skip !== undefined)
    texts.push({ from, path: [...path, 'skip'], language: 'expression', text: skip });
  return texts;
}

/** The texts of one call at `path`; the system messages too, although some see no row. */
function callTexts(call: Call, { path, language }: Place): readonly DesignText[] {
  const from: ReferenceOwner = { kind: 'call', id: call.id, label: call.name };
  const messages = call.messages.map((message, index): DesignText => ({
    from,
    path: [...path, 'messages', index, 'content'],
    language,
    text: message.content,
  }));
  const parts = outputTemplates(call.output).map((part): DesignText => ({
    from,
    language,
    ...part,
    path: [...path, 'output', ...part.path],
  }));
  const texts = [...messages, ...parts];
  return call.skip === undefined
    ? texts
    : [...texts, { from, path: [...path, 'skip'], language: 'expression', text: call.skip }];
}
