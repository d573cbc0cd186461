/** Every expression and template of a design with its place and owner: the one list that references, renames and checks go through. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Call, Column, DatasetDesign } from './design.ts';
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
  readonly language: 'expression' | 'template';
  readonly text: string;
}

/** In the order of the document. */
export function designTexts(design: DatasetDesign): readonly DesignText[] {
  const columns = design.columns.flatMap((column, index) =>
    columnTexts(column, ['columns', index]),
  );
  const calls = design.calls.flatMap((call, index) => callTexts(call, ['calls', index]));
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

function columnTexts(column: Column, path: JsonPath): readonly DesignText[] {
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
  if (fill.kind === 'template')
    texts.push({
      from,
      path: [...path, 'fill', 'template'],
      language: 'template',
      text: fill.template,
    });
  column.conditionalParams?.forEach(({ when }, index) => {
    const place = [...path, 'conditionalParams', index, 'when'];
    texts.push({ from, path: place, language: 'expression', text: when });
  });
  if (skip !== undefined)
    texts.push({ from, path: [...path, 'skip'], language: 'expression', text: skip });
  return texts;
}

/** The texts of one call at `path`; the system messages too, although they see no row. */
function callTexts(call: Call, path: JsonPath): readonly DesignText[] {
  const from: ReferenceOwner = { kind: 'call', id: call.id, label: call.name };
  const messages = call.messages.map((message, index): DesignText => ({
    from,
    path: [...path, 'messages', index, 'content'],
    language: 'template',
    text: message.content,
  }));
  return call.skip === undefined
    ? messages
    : [...messages, { from, path: [...path, 'skip'], language: 'expression', text: call.skip }];
}
