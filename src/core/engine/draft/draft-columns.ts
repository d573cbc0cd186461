/** Columns of a draft as raw columns of a design, in the shorthands that `restoreDesign` spells out. */
import { columnNameOf } from './draft-names.ts';
import type { DraftAnswer, DraftTable, ListedKind } from '#core/llm/draft/draft-shape.ts';

/** What a draft says of one column. What is absent is left as it was. */
export interface DraftedColumn {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  readonly unit?: string;
  /** Undefined: a model writes it. */
  readonly fill: Readonly<Record<string, unknown>> | undefined;
}

/** All columns of a draft, in its order; of two with one name the first counts. */
export function draftedColumns(draft: DraftAnswer): readonly DraftedColumn[] {
  const all: readonly DraftedColumn[] = [
    ...draft.ids.map(idColumn),
    ...draft.listed.map(listedColumn),
    ...draft.tables.map((table) => tableColumn(table, draft.tables)),
    ...draft.numbers.map(numberColumn),
    ...draft.dates.map(dateColumn),
    ...draft.flags.map(flagColumn),
    ...draft.formulas.map(formulaColumn),
    ...draft.templates.map(templateColumn),
    ...draft.texts.map(({ name, description, type }) => ({
      name: columnNameOf(name),
      description,
      type,
      fill: undefined,
    })),
  ];
  const places = new Map(draft.order.map((name, index) => [columnNameOf(name), index]));
  const placeOf = ({ name }: DraftedColumn): number => places.get(name) ?? Infinity;
  const seen = new Set<string>();
  return all
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function idColumn({ name, description, prefix, digits }: DraftAnswer['ids'][number]) {
  const padTo = Math.min(20, Math.max(0, Math.trunc(digits)));
  return {
    name: columnNameOf(name),
    description,
    type: prefix === '' && padTo === 0 ? 'integer' : 'text',
    fill: {
      kind: 'sequence',
      start: 1,
      step: 1,
      ...(prefix === '' ? {} : { prefix }),
      ...(padTo === 0 ? {} : { padTo }),
    },
  };
}

const methods: Readonly<Record<ListedKind, string>> = {
  full_name: 'person.fullName',
  first_name: 'person.firstName',
  company: 'company.name',
  email: 'internet.exampleEmail',
  phone: 'phone.number',
  city: 'location.city',
  country: 'location.country',
  street_address: 'location.streetAddress',
  job_title: 'person.jobTitle',
  product_name: 'commerce.productName',
};

function listedColumn({ name, description, kind }: DraftAnswer['listed'][number]) {
  const fill = { kind: 'faker', method: methods[kind] };
  return { name: columnNameOf(name), description, type: 'text', fill };
}

/** The values under each value of the parent; what names no parent occurs under all. */
function tableColumn(table: DraftTable, tables: readonly DraftTable[]): DraftedColumn {
  const { name, description, varies_with: parentName } = table;
  const parent = tables.find((other) => other !== table && other.name === parentName);
  const parents = new Set(table.values.map((value) => value.parent).filter((one) => one !== ''));
  if (parentName === '' || parents.size === 0) {
    const values = table.values.map((value) => tableValue(value));
    const isNumeric = values.length > 0 && values.every(({ value }) => typeof value === 'number');
    const isWhole = values.every(({ value }) => Number.isInteger(value));
    return {
      name: columnNameOf(name),
      description,
      type: isNumeric ? (isWhole ? 'integer' : 'decimal') : 'text',
      fill: { kind: 'category', values },
    };
  }
  const keys = new Set([...(parent?.values.map(({ value }) => value) ?? []), ...parents]);
  const entries = [...keys].map((key) => [
    key,
    table.values
      .filter((value) => value.parent === key || value.parent === '')
      .map((value) => ({ ...tableValue(value), value: value.value })),
  ]);
  return {
    name: columnNameOf(name),
    description,
    type: 'text',
    fill: {
      kind: 'subcategory',
      category: columnNameOf(parentName),
      values: Object.fromEntries(entries) as unknown,
    },
  };
}

function tableValue({ value, description, weight }: DraftTable['values'][number]) {
  // Only what is written as a number is one: 007 stays a text.
  const isNumber = value !== '' && String(Number(value)) === value;
  return {
    value: isNumber ? Number(value) : value,
    ...(description === '' ? {} : { description }),
    weight: weight > 0 ? weight : 1,
  };
}

function numberColumn({ low, high, mean, spread, ...number }: DraftAnswer['numbers'][number]) {
  const decimals = placesOf(number.decimals);
  const isBell = spread > 0;
  const isBounded = low < high;
  const distribution = isBell
    ? { kind: 'gaussian', mean, stddev: spread, ...(isBounded ? { low, high } : {}) }
    : { kind: decimals === 0 ? 'integer' : 'uniform', low, high };
  return {
    name: columnNameOf(number.name),
    description: number.description,
    type: decimals === 0 ? 'integer' : 'decimal',
    unit: number.unit.slice(0, 24),
    fill: { kind: 'number', distribution, decimalPlaces: decimals },
  };
}

function dateColumn({ name, description, start, end, has_time }: DraftAnswer['dates'][number]) {
  return {
    name: columnNameOf(name),
    description,
    type: has_time ? 'datetime' : 'date',
    fill: { kind: 'datetime', start, end, unit: has_time ? 'm' : 'D' },
  };
}

function flagColumn({ name, description, share }: DraftAnswer['flags'][number]) {
  const probability = Math.min(1, Math.max(0, share));
  return {
    name: columnNameOf(name),
    description,
    type: 'boolean',
    fill: { kind: 'boolean', probability },
  };
}

function formulaColumn({ noise, expression, ...formula }: DraftAnswer['formulas'][number]) {
  const decimalPlaces = placesOf(formula.decimals);
  return {
    name: columnNameOf(formula.name),
    description: formula.description,
    type: decimalPlaces === 0 ? 'integer' : 'decimal',
    unit: formula.unit.slice(0, 24),
    fill: {
      kind: 'formula',
      expression,
      rounding: { decimalPlaces },
      ...(noise > 0 ? { noise: { kind: 'gaussian', amount: noise, relative: true } } : {}),
    },
  };
}

function templateColumn({ name, description, template }: DraftAnswer['templates'][number]) {
  const fill = { kind: 'template', template };
  return { name: columnNameOf(name), description, type: 'text', fill };
}

function placesOf(decimals: number): number {
  return Math.min(12, Math.max(0, Math.trunc(decimals)));
}
