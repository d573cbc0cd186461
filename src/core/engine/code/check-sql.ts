/** SQL read by the grammar of its dialect. Each dialect is a file of its own. */
import type { CodeCheck, SyntaxFault } from './code-checks.ts';
import { hasSqlGap, leftOpenIn } from './grammar-gaps.ts';

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

/** Whose grammar knows what that of the dialect does not: SQLite took its upserts, filters and windows from there. */
const relatives: Partial<Record<SqlDialect, SqlDialect>> = { sqlite: 'postgresql' };

export async function loadSqlCheck(dialect: SqlDialect): Promise<CodeCheck> {
  const relative = relatives[dialect];
  const [parser, second] = await Promise.all([
    loadParser(dialect),
    relative && loadParser(relative),
  ]);
  return (code) => {
    if (code.length > longest) return undefined;
    const fault = faultIn(parser, code);
    if (fault === undefined || (second && faultIn(second, code) === undefined)) return undefined;
    return hasSqlGap(code) ? leftOpenIn(code) : fault;
  };
}

async function loadParser(dialect: SqlDialect): Promise<SqlParser | undefined> {
  const imported = (await dialects[dialect]()) as unknown as Imported;
  const Parser = imported.Parser ?? imported.default?.Parser;
  return Parser && new Parser();
}

function faultIn(parser: SqlParser | undefined, code: string): SyntaxFault | undefined {
  try {
    parser?.parse(code);
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

interface PegError {
  readonly location?: { readonly start?: { readonly line?: unknown; readonly column?: unknown } };
  readonly found?: unknown;
}

/** What the grammar expected is a list of hundreds; what it found says more. Anything but a fault of the grammar is none of the code. */
function faultOf(error: unknown): SyntaxFault | undefined {
  const { location, found } = error as PegError;
  const { line, column } = location?.start ?? {};
  if (typeof line !== 'number' || typeof column !== 'number') return undefined;
  const message =
    typeof found === 'string' ? `“${found}” cannot stand there` : 'something is missing at the end';
  return { line, column, message };
}
