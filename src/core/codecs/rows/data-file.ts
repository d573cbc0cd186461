/** Which files are tables of rows, told without reading them. */
const dataFile = /\.(?:csv|tsv|jsonl|ndjson|xlsx|parquet)$/i;

/** Whether a file is a table of rows, told from its name. */
export function isDataFile(name: string): boolean {
  return dataFile.test(name);
}
