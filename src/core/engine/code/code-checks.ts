/**
 * Syntax checks of code columns, by language. Parsers are loaded when a dataset opens whose design asks
 * for them, never before; languages without one are taken as they stand.
 */
import type { CodeLanguage } from '#core/design/code-language.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { checkJson } from './check-json.ts';

export interface SyntaxFault {
  /** Both counted from 1, in the code. */
  readonly line: number;
  readonly column: number;
  /** The end of a sentence, such as “a bracket is not closed”; empty where nothing more is known. */
  readonly message: string;
}

/** The first fault of a code; undefined when it can be read. Never throws. */
export type CodeCheck = (code: string) => SyntaxFault | undefined;

export type CodeChecks = ReadonlyMap<CodeLanguage, CodeCheck>;

export const noCodeChecks: CodeChecks = new Map();

type LoadCheck = () => Promise<CodeCheck>;

const sql =
  (dialect: 'postgresql' | 'mysql' | 'sqlite' | 'bigquery' | 'transactsql'): LoadCheck =>
  async () =>
    (await import('./check-sql.ts')).loadSqlCheck(dialect);

const loaders: Partial<Record<CodeLanguage, LoadCheck>> = {
  json: () => Promise.resolve(checkJson),
  python: async () => (await import('./check-python.ts')).checkPython,
  // The standard itself has no parser; the dialect that is closest to it stands in.
  'sql:ansi': sql('postgresql'),
  'sql:postgres': sql('postgresql'),
  'sql:mysql': sql('mysql'),
  'sql:sqlite': sql('sqlite'),
  'sql:bigquery': sql('bigquery'),
  'sql:tsql': sql('transactsql'),
};

/** The checks that a design asks for. Rejects only when a file of the app itself cannot be fetched. */
export async function loadCodeChecks(design: DatasetDesign): Promise<CodeChecks> {
  const languages = new Set(
    design.columns.flatMap(({ fill }) =>
      fill.kind === 'generated' && fill.code !== undefined && fill.isCodeChecked !== false
        ? [fill.code]
        : [],
    ),
  );
  const loaded = await Promise.all(
    [...languages].map(async (language) => [language, await loaders[language]?.()] as const),
  );
  return new Map(
    loaded.flatMap(([language, check]) => (check === undefined ? [] : [[language, check]])),
  );
}
