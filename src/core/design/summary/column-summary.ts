/** A column in a few words for its line in the list. */
import { counted } from '#core/base/counted.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import type { CategoryValue, FillOf } from '#core/design/fill.ts';
import type { ConstraintOf } from '#core/design/constraint.ts';
import { lawSummary, samplerSummary } from './sampler-summary.ts';

export interface ColumnSummary {
  readonly text: string;
  /** The text is an expression or a template. */
  readonly isCode: boolean;
  /** Name of the call that writes the column; shown as a chip behind the text. */
  readonly call: string;
}

const maxListLength = 26;

export function columnSummary(column: Column, design: DatasetDesign): ColumnSummary {
  const { fill } = column;
  if (fill.kind === 'formula') return { text: oneLine(fill.expression), isCode: true, call: '' };
  if (fill.kind === 'template') return { text: oneLine(fill.template), isCode: true, call: '' };
  if (fill.kind !== 'generated')
    return { text: sampledText(column, design), isCode: false, call: '' };
  const call = design.calls.find(({ id }) => id === fill.call)?.name ?? fill.call;
  const rules = ruleWords(column, design);
  return { text: rules === '' ? 'by' : `${rules}, by`, isCode: false, call };
}

function sampledText({ fill, unit }: Column, design: DatasetDesign): string {
  switch (fill.kind) {
    case 'category':
      return sharesText(fill.values);
    case 'subcategory':
      return subcategoryText(fill, design);
    case 'number':
      return withUnit(rangeText(fill), unit);
    case 'source':
      return `${fill.field} of ${nameOfSource(fill.source, design)}`;
    case 'boolean':
      return `${numberText(fill.probability * 100)} % true`;
    case 'datetime':
      return `${dayOf(fill.start)} to ${dayOf(fill.end)}`;
    case 'sequence':
      return sequenceText(fill);
    case 'uuid':
      return uuidText(fill);
    case 'timedelta':
    case 'person':
    case 'faker':
    case 'pattern':
    case 'constant':
    case 'texts':
    case 'series':
      return samplerSummary(fill, design);
    default:
      return shapedText(fill, design);
  }
}

function shapedText(fill: Column['fill'], design: DatasetDesign): string {
  switch (fill.kind) {
    case 'list':
      return counted(fill.items.length, 'item');
    case 'object':
      return Object.keys(fill.entries).join(', ');
    case 'chat':
      return counted(fill.messages.length, 'message');
    case 'postprocess':
      return `${nameOfColumn(fill.column, design)}, cleaned`;
    case 'pick':
      return `${fill.path} of ${nameOfColumn(fill.column, design)}`;
    case 'shots':
      return `${fill.count} rows of ${nameOfSource(fill.source, design)}`;
    default:
      return '';
  }
}

function nameOfColumn(columnId: string, { columns }: DatasetDesign): string {
  return columns.find(({ id }) => id === columnId)?.name ?? columnId;
}

function nameOfSource(sourceId: string, design: DatasetDesign): string {
  return design.sources.find(({ id }) => id === sourceId)?.name ?? sourceId;
}

function uuidText({ prefix = '', shortForm }: FillOf<'uuid'>): string {
  return `${prefix}${shortForm === true ? '8 digits' : '32 digits'}`;
}

/** Up to three short values with their percentages, otherwise how many there are. */
function sharesText(values: readonly CategoryValue[]): string {
  const total = values.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const share = (weight: number) => numberText(Math.round((Math.max(0, weight) / total) * 100));
  if (values.length > 0 && values.length <= 3 && total > 0) {
    const text = values.map(({ value, weight }) => `${String(value)} ${share(weight)}`).join(', ');
    if (text.length <= maxListLength) return text;
  }
  return counted(values.length, 'value');
}

function subcategoryText(fill: FillOf<'subcategory'>, design: DatasetDesign): string {
  const parent = design.columns.find(({ id }) => id === fill.category)?.name ?? fill.category;
  const sizes = Object.values(fill.values).map((list) => list.length);
  const [least, most] = [Math.min(...sizes, Infinity), Math.max(...sizes, 0)];
  const counts = least < most ? `${least} to ${counted(most, 'value')}` : counted(most, 'value');
  return `${counts} per ${parent}`;
}

function rangeText({ distribution }: FillOf<'number'>): string {
  if (distribution.kind === 'uniform' || distribution.kind === 'integer')
    return `${numberText(distribution.low)} to ${numberText(distribution.high)}`;
  if (distribution.kind !== 'gaussian') return lawSummary(distribution);
  const { mean, stddev, low, high } = distribution;
  if (low !== undefined && high !== undefined) return `${numberText(low)} to ${numberText(high)}`;
  return `${numberText(mean)} ± ${numberText(stddev)}`;
}

function sequenceText({ start, step, prefix = '', padTo = 0 }: FillOf<'sequence'>): string {
  const written = (value: number) => `${prefix}${numberText(value).padStart(padTo, '0')}`;
  return `${written(start)}, ${written(start + step)}, …`;
}

/** The rules about one column that say what it looks like: unique, length, range, pattern, a list of values. */
function ruleWords(column: Column, design: DatasetDesign): string {
  const rules = design.constraints;
  const words: string[] = [];
  if (column.fill.kind === 'generated' && column.fill.values !== undefined)
    words.push(counted(column.fill.values.length, 'value'));
  if (rules.some((rule) => rule.kind === 'unique' && isOnly(rule, column.id))) words.push('unique');
  for (const rule of rules) {
    if (!('column' in rule) || rule.column !== column.id) continue;
    if (rule.kind === 'length') words.push(boundsText(rule, rule.unit));
    if (rule.kind === 'range') words.push(boundsText(rule, column.unit ?? ''));
  }
  return words.join(', ');
}

function isOnly({ columns }: ConstraintOf<'unique'>, columnId: string): boolean {
  return columns.length === 1 && columns[0] === columnId;
}

function boundsText(
  { low, high }: { readonly low?: number | undefined; readonly high?: number | undefined },
  unit: string,
): string {
  if (low !== undefined && high !== undefined)
    return withUnit(`${numberText(low)} to ${numberText(high)}`, unit);
  if (low !== undefined) return withUnit(`at least ${numberText(low)}`, unit);
  return high === undefined ? `any ${unit}`.trim() : withUnit(`at most ${numberText(high)}`, unit);
}

function withUnit(text: string, unit = ''): string {
  return unit === '' ? text : `${text} ${unit}`;
}

/** Digits as people write them; floating-point dust is cut off. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function dayOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] ?? moment;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
