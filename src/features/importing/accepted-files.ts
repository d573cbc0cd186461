/** Designs, and what sources are read from. */
export const acceptedFiles =
  '.json,.yaml,.yml,.url,.jsonl,.ndjson,.csv,.tsv,.parquet,.xlsx,.sql,.ts,.py,.txt,.md,.html,application/json,text/plain';
