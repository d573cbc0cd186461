/** What reading a text back has shown about one row, and about all rows of a column. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { compareFacts, leavesOf, unmentioned, type FactComparison } from './compare-facts.ts';

/** Shares from 0 to 1; 1 where there is nothing to divide by. */
export interface ExtractionScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision: found facts that were given. Recall: given facts that were found. F1: their harmonic mean. */
export function scoreOf({ hits, missing, invented }: CountedFacts): ExtractionScore {
  const precision = hits + invented === 0 ? 1 : hits / (hits + invented);
  const recall = hits + missing === 0 ? 1 : hits / (hits + missing);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

export interface CountedFacts {
  readonly hits: number;
  readonly missing: number;
  readonly invented: number;
}

/** How the report of a row is stored, as the value of its column. */
export interface ExtractionReport extends ExtractionScore {
  /** Share of the given facts that the text mentions literally. */
  readonly coverage: number;
  /** What was read back; absent when only the text was looked through. */
  readonly found?: JsonObject;
  readonly fields: Readonly<Record<string, FactComparison>>;
}

interface Examined {
  /** By field name. */
  readonly given: JsonObject;
  readonly text: string;
  /** What a model read back; undefined when nobody was asked. */
  readonly found?: JsonObject | undefined;
}

export function reportOf({ given, text, found }: Examined): ExtractionReport {
  const names = [...new Set([...Object.keys(given), ...Object.keys(found ?? {})])];
  const own = (object: JsonObject | undefined, name: string): JsonValue =>
    object !== undefined && Object.hasOwn(object, name) ? (object[name] ?? null) : null;
  const fields = names.map((name): [string, FactComparison] => {
    const value = own(given, name);
    if (found !== undefined) return [name, compareFacts(value, own(found, name))];
    const missing = unmentioned(value, text);
    return [name, { hits: leavesOf(value).length - missing.length, missing, invented: [] }];
  });
  const facts = leavesOf(given);
  const absent = unmentioned(given, text).length;
  return {
    ...scoreOf(totalOf(fields.map(([, compared]) => compared))),
    coverage: facts.length === 0 ? 1 : 1 - absent / facts.length,
    ...(found === undefined ? {} : { found }),
    fields: Object.fromEntries(fields),
  };
}

function totalOf(compared: readonly FactComparison[]): CountedFacts {
  return compared.reduce(
    (total, { hits, missing, invented }) => ({
      hits: total.hits + hits,
      missing: total.missing + missing.length,
      invented: total.invented + invented.length,
    }),
    { hits: 0, missing: 0, invented: 0 },
  );
}

/** The stored form; undefined for anything that is no report. */
export function readReport(value: JsonValue | undefined): ExtractionReport | undefined {
  if (!isJsonObject(value) || !isJsonObject(value.fields)) return undefined;
  const { precision, recall, f1, coverage, found } = value;
  if (![precision, recall, f1, coverage].every((share) => typeof share === 'number'))
    return undefined;
  const fields = Object.entries(value.fields).flatMap(([name, compared]) => {
    if (!isJsonObject(compared) || typeof compared.hits !== 'number') return [];
    const { hits } = compared;
    const [missing, invented] = [textsOf(compared.missing), textsOf(compared.invented)];
    return [[name, { hits, missing, invented }] as const];
  });
  return {
    precision: Number(precision),
    recall: Number(recall),
    f1: Number(f1),
    coverage: Number(coverage),
    ...(isJsonObject(found) ? { found } : {}),
    fields: Object.fromEntries(fields),
  };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export interface ExtractionMeasure {
  /** Rows with a report. */
  readonly rows: number;
  /** Rows in which every given fact was found and nothing else. */
  readonly exactRows: number;
  readonly coverage: number;
  readonly fields: readonly (ExtractionScore & CountedFacts & { readonly name: string })[];
  /** The first rows with an invented or a missing fact, 0-based. */
  readonly suspects: readonly number[];
}

const mostSuspects = 5;

/** Facts of all rows counted together (micro average). */
export function measureExtraction(
  reports: Iterable<readonly [row: number, value: JsonValue | undefined]>,
): ExtractionMeasure {
  const totals = new Map<string, CountedFacts>();
  const suspects: number[] = [];
  let [rows, exactRows, coverage] = [0, 0, 0];
  for (const [row, value] of reports) {
    const report = readReport(value);
    if (report === undefined) continue;
    rows += 1;
    coverage += report.coverage;
    const isExact = report.precision === 1 && report.recall === 1;
    if (isExact) exactRows += 1;
    else if (suspects.length < mostSuspects) suspects.push(row);
    for (const [name, compared] of Object.entries(report.fields)) {
      const before = totals.get(name) ?? { hits: 0, missing: 0, invented: 0 };
      const now = totalOf([compared]);
      totals.set(name, {
        hits: before.hits + now.hits,
        missing: before.missing + now.missing,
        invented: before.invented + now.invented,
      });
    }
  }
  const fields = [...totals].map(([name, counts]) => ({ name, ...counts, ...scoreOf(counts) }));
  return { rows, exactRows, coverage: rows === 0 ? 1 : coverage / rows, fields, suspects };
}
