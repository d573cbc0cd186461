/** Sampled columns as samplers; what is drawn only here is listed. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { Column } from '#core/design/design.ts';
import type { CategoryValue, Fill, FillOf } from '#core/design/fill.ts';
import { drawSuffix } from './join-draws.ts';
import { writeDistribution } from './write-distribution.ts';
import { given, nameOfId, writtenName, type PlacedColumn, type Writing } from './writing.ts';

/** Copies of a value that a list of equal chances may hold at most. */
const mostCopies = 1_000;

/** The columns that stand for a sampled one; empty where there is no sampler like it. */
export function writeSampled(placed: PlacedColumn, writing: Writing): readonly JsonObject[] {
  const { column, path } = placed;
  const { fill } = column;
  if (fill.kind === 'boolean' && fill.probability >= 0 && fill.probability <= 1)
    return writeBoolean(placed, fill, writing);
  const params = paramsOf(fill, placed, writing);
  if (params === undefined) return [];
  if (column.skip !== undefined)
    writing.losses.add(
      [...path, 'skip'],
      `Data Designer skips no sampled cells, so ${column.name} is always drawn.`,
    );
  const conditional = writeConditions(placed, writing, params);
  return [
    given({
      name: writtenName(column),
      column_type: 'sampler',
      sampler_type: params.sampler_type ?? fill.kind,
      params,
      conditional_params: Object.keys(conditional).length === 0 ? undefined : conditional,
      convert_to: conversionOf(column),
      drop: column.drop ? true : undefined,
    }),
  ];
}

function conversionOf({ fill, type, convertTo }: Column): string | undefined {
  if (convertTo !== undefined) return convertTo;
  const isMoment = fill.kind === 'datetime' || fill.kind === 'timedelta';
  if (isMoment) return type === 'date' ? '%Y-%m-%d' : undefined;
  if (fill.kind !== 'number' || type !== 'integer') return undefined;
  const { kind } = fill.distribution;
  return ['integer', 'bernoulli', 'binomial', 'poisson'].includes(kind) ? undefined : 'int';
}

/** The last condition that holds decides there, so the first of ours is written last. */
function writeConditions(placed: PlacedColumn, writing: Writing, usual: JsonObject): JsonObject {
  const { column, path } = placed;
  const rows = (column.conditionalParams ?? []).flatMap(
    ({ when, fill }, index): [string, JsonValue][] => {
      const place = [...path, 'conditionalParams', index];
      const params = paramsOf(fill, { column: { ...column, fill }, path: place }, writing);
      if (params !== undefined && params.sampler_type === usual.sampler_type)
        return [[writing.expression(when, [...place, 'when']), params]];
      writing.losses.add(
        place,
        `In Data Designer all rows of ${column.name} have the same sampler, so “${when}” was left out.`,
      );
      return [];
    },
  );
  return Object.fromEntries(rows.toReversed());
}

/** What its loader refuses is not written: a share outside 0 to 1, a table without values. */
function paramsOf(fill: Fill, placed: PlacedColumn, writing: Writing): JsonObject | undefined {
  const params = writeParams(fill, placed, writing);
  if (params === undefined || isLoadable(params)) return params;
  writing.losses.add(
    [...placed.path, 'fill'],
    `Data Designer refuses the parameters of ${placed.column.name}, so it was left out.`,
  );
  return undefined;
}

function isLoadable({ p, values }: JsonObject): boolean {
  if (typeof p === 'number' && (p < 0 || p > 1)) return false;
  return !Array.isArray(values) || values.length > 0;
}

function writeParams(fill: Fill, placed: PlacedColumn, writing: Writing): JsonObject | undefined {
  const { column, path } = placed;
  switch (fill.kind) {
    case 'category':
      return writeCategory(fill.values, placed, writing);
    case 'constant':
      return writeCategory([{ value: fill.value, weight: 1 }], placed, writing);
    case 'subcategory':
      return writeSubcategory(fill, placed, writing);
    case 'number': {
      const law = writeDistribution(fill.distribution);
      if (law !== undefined) return given({ ...law, decimal_places: decimalsOf(fill, law) });
      break;
    }
    case 'datetime':
      return { sampler_type: 'datetime', start: fill.start, end: fill.end, unit: fill.unit };
    case 'timedelta':
      if (fill.dtMin >= 0 && fill.dtMax > 0)
        return {
          sampler_type: 'timedelta',
          dt_min: Math.ceil(fill.dtMin),
          dt_max: Math.ceil(fill.dtMax),
          reference_column_name: nameOfId(writing.design, fill.reference) ?? fill.reference,
          unit: fill.unit,
        };
      break;
    case 'uuid':
      return given({
        sampler_type: 'uuid',
        prefix: fill.prefix,
        short_form: fill.shortForm,
        uppercase: fill.uppercase,
      });
    case 'person':
      return given({
        sampler_type: 'person_from_faker',
        locale: fill.locale,
        sex: fill.sex,
        city: fill.city === undefined ? undefined : [...fill.city],
        age_range: [...fill.ageRange],
      });
    default:
  }
  const law = fill.kind === 'number' ? ` of the law “${fill.distribution.kind}”` : '';
  writing.losses.add(
    [...path, 'fill'],
    `Data Designer has no ${fill.kind} columns${law} like ${column.name}, so it was left out.`,
  );
  return undefined;
}

/** Two samplers know no places. */
function decimalsOf(fill: FillOf<'number'>, law: JsonObject): number | undefined {
  const isPlaced = ['uniform', 'gaussian', 'scipy'].some((type) => type === law.sampler_type);
  return isPlaced ? fill.decimalPlaces : undefined;
}

function writeCategory(
  values: readonly CategoryValue[],
  { column, path }: PlacedColumn,
  { losses }: Writing,
): JsonObject {
  if (values.some(({ value }) => typeof value === 'boolean'))
    losses.add(
      [...path, 'fill'],
      `Data Designer has no true and false among values, so those of ${column.name} become texts.`,
    );
  const isEven = values.every(({ weight }) => weight === 1);
  return given({
    sampler_type: 'category',
    values: values.map(({ value }) => plainValue(value)),
    weights: isEven ? undefined : values.map(({ weight }) => weight),
  });
}

function plainValue(value: CategoryValue['value']): string | number {
  return typeof value === 'boolean' ? String(value) : value;
}

/** There all values of a list are equally likely: weights become copies. */
function writeSubcategory(
  fill: FillOf<'subcategory'>,
  { column, path }: PlacedColumn,
  { design, losses }: Writing,
): JsonObject {
  const lists = Object.entries(fill.values).map(([key, values]): [string, JsonValue[]] => {
    const copies = copiesOf(values.map(({ weight }) => weight));
    if (copies === undefined)
      losses.add(
        [...path, 'fill', 'values', key],
        `The weights of ${column.name} for ${key} are no ratio of small whole numbers, so they were rounded.`,
      );
    const counts = copies ?? roundedCopies(values.map(({ weight }) => weight));
    return [
      key,
      values.flatMap(({ value }, index) =>
        Array.from({ length: counts[index] ?? 0 }, () => plainValue(value)),
      ),
    ];
  });
  return {
    sampler_type: 'subcategory',
    category: nameOfId(design, fill.category) ?? fill.category,
    values: Object.fromEntries(lists),
  };
}

/** How often each value stands in a list that gives the weights exactly; undefined where none is short enough. */
function copiesOf(weights: readonly number[]): readonly number[] | undefined {
  for (const factor of [1, 10, 100, 1_000]) {
    const scaled = weights.map((weight) => weight * factor);
    const counts = scaled.map(Math.round);
    const isExact = scaled.every((weight, index) => Math.abs(weight - (counts[index] ?? 0)) < 1e-9);
    if (!isExact) continue;
    const divisor = counts.reduce(divisorOf, 0);
    const reduced = counts.map((count) => count / Math.max(1, divisor));
    if (reduced.reduce((sum, count) => sum + count, 0) <= mostCopies) return reduced;
  }
  return undefined;
}

function roundedCopies(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / total) * mostCopies));
}

function divisorOf(left: number, right: number): number {
  return right === 0 ? left : divisorOf(right, left % right);
}

/** 0 or 1 is drawn under another name, and read as a truth. */
function writeBoolean(
  { column, path }: PlacedColumn,
  { probability }: FillOf<'boolean'>,
  { losses }: Writing,
): readonly JsonObject[] {
  const name = writtenName(column);
  const draw = `${name}${drawSuffix}`;
  if ((column.conditionalParams ?? []).length > 0 || column.convertTo !== undefined)
    losses.add(
      [...path, 'conditionalParams'],
      `${name} is drawn alike in all rows: Data Designer has no truth values to draw.`,
    );
  return [
    {
      name: draw,
      column_type: 'sampler',
      sampler_type: 'bernoulli',
      params: { sampler_type: 'bernoulli', p: probability },
      drop: true,
    },
    given({
      name,
      column_type: 'expression',
      expr: `{{ ${draw} == 1 }}`,
      dtype: 'bool',
      drop: column.drop ? true : undefined,
    }),
  ];
}
