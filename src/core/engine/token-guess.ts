/** How many tokens texts and rows come to, roughly, before a tokenizer has seen them. */
import type { TaskField } from '#core/llm/row-task.ts';

/** Characters per token of English text and JSON: a rule of thumb, good to about a third. */
export const charactersPerToken = 4;

/** Tokens of a text of this many characters, roughly. */
export function estimatedTokens(characters: number): number {
  return Math.round(characters / charactersPerToken);
}

/** Tokens of one answered row of JSON: keys and punctuation, and a usual length of each value. */
export function rowTokens(fields: readonly TaskField[]): number {
  return fields.reduce((sum, field) => sum + fieldTokens(field), 4);
}

function fieldTokens(field: TaskField): number {
  return 2 + field.name.length / charactersPerToken + valueTokens(field);
}

const usualListLength = 3;
const tokensPerWord = 4 / 3;

/** Tokens of a usual value of the field. */
export function valueTokens(field: TaskField): number {
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'boolean':
      return 3;
    case 'date':
    case 'datetime':
      return 8;
    case 'object':
      return rowTokens(field.fields ?? []);
    case 'list':
      return usualListLength * (field.fields === undefined ? 5 : rowTokens(field.fields));
    case 'text':
      return textTokens(field);
  }
}

function textTokens({ values, length }: TaskField): number {
  if (values !== undefined && values.length > 0)
    return (
      values.reduce((sum, { length: size }) => sum + size, 0) / values.length / charactersPerToken
    );
  const bound = length?.high ?? (length?.low === undefined ? undefined : length.low * 1.5);
  if (length === undefined || bound === undefined) return 20;
  return length.unit === 'words' ? bound * tokensPerWord : bound / charactersPerToken;
}

/** Tokens around each message and around the schema that no character of ours stands for. */
export const framingTokens = 64;

/** Bytes of the text: no tokenizer makes more tokens of it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair counts as two of its four bytes.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 2;
    else if (unit >= 0x80) bytes += 1;
  }
  return bytes;
}
