// DuckDB-WASM for a measurement, when the reader has installed it by hand; no dependency of the project.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Columns = Readonly<Record<string, Float64Array | readonly string[]>>;

/** The part of `@duckdb/duckdb-wasm/blocking` that is used here. */
interface DuckDb {
  readonly createDuckDB: (
    bundles: Readonly<Record<string, { mainModule: string; mainWorker: string }>>,
    logger: unknown,
    runtime: unknown,
  ) => Promise<{ instantiate(told: () => void): Promise<unknown>; connect(): Connection }>;
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
}

interface Connection {
  query(sql: string): { readonly numRows: number };
  insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create: boolean }): void;
}

/** The part of `apache-arrow`, which DuckDB-WASM brings along. */
interface Arrow {
  readonly tableFromArrays: (columns: Columns) => unknown;
  readonly tableToIPC: (table: unknown, form: 'stream') => Uint8Array;
}

/** Puts the columns into a table `rows`; answers with a function that gives the row count of a query. */
export async function openDuckDb(columns: Columns): Promise<(sql: string) => number> {
  const { require, dist } = locate();
  const load = async (path: string): Promise<unknown> => import(pathToFileURL(path).href);
  const duckdb = (await load(join(dist, 'duckdb-node-blocking.cjs'))) as DuckDb;
  const arrow = (await load(require.resolve('apache-arrow'))) as Arrow;
  const bundle = (name: string) => ({
    mainModule: join(dist, `duckdb-${name}.wasm`),
    mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
  });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  const connection = database.connect();
  const bytes = arrow.tableToIPC(arrow.tableFromArrays(columns), 'stream');
  connection.insertArrowFromIPCStream(bytes, { name: 'rows', create: true });
  return (sql) => connection.query(sql).numRows;
}

function locate() {
  const require = createRequire(import.meta.url);
  try {
    return { require, dist: dirname(require.resolve('@duckdb/duckdb-wasm')) };
  } catch {
    throw new Error(
      'DuckDB-WASM is not installed. For this measurement: npm install --no-save @duckdb/duckdb-wasm@1.32.0',
    );
  }
}
