/** Every limit on untrusted input in one table, so that a document passes or fails alike on every machine. */

export const limits = {
  /** Characters of the `#d=` part of a link, and bytes after inflating it. */
  linkLength: 200_000,
  linkInflatedBytes: 1_000_000,
  designLength: 1_000_000,
  designDepth: 64,
  designNodes: 50_000,
  columns: 500,
  constraints: 1_000,
  /** Columns that one correlation matrix ties together. */
  copulaColumns: 24,
  /** Combinations of laws, and pairs of laws, for which correlated columns have a matrix of their own. */
  coupledLaws: 2_500,
  /** Characters of one text made from a pattern, and states its draw may pass. */
  patternTextLength: 10_000,
  rows: 1_000_000,
  rowsPerRequest: 100,
  nameLength: 200,
  /** Expression steps for one row of one column. */
  expressionSteps: 1_000_000,
  /** Characters one template may render. */
  renderedLength: 1_000_000,
  /** Items of a `range(...)` in a template. */
  rangeItems: 100_000,
  patternLength: 1_000,
  /** Decoded bytes of one answer, of one line of a stream, and of an error body. */
  answerBytes: 16_000_000,
  streamLineBytes: 2_000_000,
  errorBodyBytes: 64_000,
  cellBytes: 1_000_000,
  /** A saved run or journal that is opened in the page. */
  runFileBytes: 200_000_000,
} as const;
