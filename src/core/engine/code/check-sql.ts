/** SQL read by the grammar of its dialect. Each dialect is a file of its own. */
import type { CodeCheck } from './code-checks.ts';

interface SqlParser {
  parse(sql: string): unknown;
}

interface SqlModule {
  readonly Parser: new () => SqlParser;
}

/** Bundles of another module system: what they export may stand one level deeper. */
type Imported = Partial<SqlModule> & { readonly default?: Partial<SqlModule> };

const dialects = {
  postgresql: () => import('node-sql-parser/build/postgresql.js'),
  mysql: () => import('node-sql-parser/build/mysql.js'),
  sqlite: () => import('node-sql-parser/build/sqlite.js'),
  bigquery: () => import('node-sql-parser/build/bigquery.js'),
  transactsql: () => import('node-sql-parser/build/transactsql.js'),
} as const;

export type SqlDialect = keyof typeof dialects;

/** Characters that are read; longer code is not checked. */
const longest = 50_000;

export async function loadSqlCheck(dialect: SqlDialect): Promise<CodeCheck> {
  const imported = (await dialects[dialect]()) as unknown as Imported;
  const Parser = imported.Parser ?? imported.default?.Parser;
  if (Parser === undefined) return () => undefined;
  const parser = new Parser();
  return (code) => {
    if (code.length > longest) return undefined;
    try {
      parser.parse(code);
      return undefined;
    } catch (error) {
      return faultOf(error);
    }
  };
}

interface PegError {
  readonly location?: { readonly start?: { readonly line?: unknown; readonly column?: unknown } };
  readonly found?: unknown;
}

/** What the grammar expected is a list of hundreds; what it found says more. Anything but a fault of the grammar is none of the code. */
function faultOf(error: unknown): ReturnType<CodeCheck> {
  const { location, found } = error as PegError;
  const { line, column } = location?.start ?? {};
  if (typeof line !== 'number' || typeof column !== 'number') return undefined;
  const message =
    typeof found === 'string' ? `“${found}” cannot stand there` : 'something is missing at the end';
  return { line, column, message };
}
