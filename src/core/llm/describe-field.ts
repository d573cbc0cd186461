/** Fields of a task in words, one line each, as the prompt lists them. */
import type { TaskField } from './row-task.ts';

const typeNames: Readonly<Record<TaskField['type'], string>> = {
  text: 'text',
  integer: 'whole number',
  decimal: 'number',
  boolean: 'true or false',
  date: 'date YYYY-MM-DD',
  datetime: 'date and time YYYY-MM-DDTHH:MM:SSZ',
  list: 'list of texts',
  object: 'object',
};

/** Lines such as `- "size" (whole number, in inches, 32 to 98): screen diagonal`; nested fields are indented. */
export function describeFields(fields: readonly TaskField[], indent = ''): string {
  return fields.map((field) => describeField(field, indent)).join('\n');
}

/** The bounds of one field in words, for places that can say its type but not them. */
export function boundsOf(field: TaskField): readonly string[] {
  return [
    field.unit === undefined ? '' : `in ${field.unit}`,
    rangeWords(field.range),
    lengthWords(field.length),
    field.isUnique === true ? 'never the same twice' : '',
  ].filter((trait) => trait !== '');
}

function describeField(field: TaskField, indent: string): string {
  const nested = field.fields ?? [];
  const traits = [
    nested.length > 0 && field.type === 'list' ? 'list of objects' : typeNames[field.type],
    ...boundsOf(field),
    field.language === undefined
      ? ''
      : `code in ${field.language.replace('sql:', 'SQL of ')}, without a fence`,
    field.values === undefined
      ? ''
      : `one of ${field.values.map((value) => JSON.stringify(value)).join(' | ')}`,
  ].filter((trait) => trait !== '');
  const meaning = field.description.trim() === '' ? '' : `: ${field.description.trim()}`;
  const line = `${indent}- ${JSON.stringify(field.name)} (${traits.join(', ')})${meaning}`;
  return nested.length === 0 ? line : `${line}\n${describeFields(nested, `${indent}  `)}`;
}

function rangeWords(range: TaskField['range']): string {
  return boundsWords(range?.low, range?.high, '');
}

function lengthWords(length: TaskField['length']): string {
  return length === undefined ? '' : boundsWords(length.low, length.high, ` ${length.unit}`);
}

function boundsWords(low: number | undefined, high: number | undefined, unit: string): string {
  if (low === undefined && high === undefined) return '';
  if (high === undefined) return `at least ${low ?? ''}${unit}`;
  if (low === undefined) return `at most ${high}${unit}`;
  return low === high ? `exactly ${low}${unit}` : `${low} to ${high}${unit}`;
}
