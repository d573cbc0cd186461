/** What is wrong with a document, where, and what would mend it: one shape for forms, markers and the command line. */

export type PathSegment = string | number;
export type JsonPath = readonly PathSegment[];

export type Severity = 'error' | 'warning' | 'info';

/** A change that would mend the problem: replace the value at `path`. */
export interface DiagnosticFix {
  readonly label: string;
  readonly path: JsonPath;
  readonly value: string | number | boolean | null;
}

export interface Diagnostic {
  readonly path: JsonPath;
  /** Kebab-case, stable across releases. */
  readonly code: string;
  readonly severity: Severity;
  /** One or two plain sentences: what happened, and what to do next. */
  readonly message: string;
  readonly fix?: DiagnosticFix;
  /** Half-open range inside the string value at `path`, in UTF-16 code units. */
  readonly range?: { readonly start: number; readonly end: number };
  /** 1-based line of the text that was read, where the path belongs to what was made of it. */
  readonly line?: number;
}

/** `['columns', 2, 'fill', 'low']` → `columns[2].fill.low`; keys that are no identifiers are quoted. */
export function formatPath(path: JsonPath): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(segment)) text += text === '' ? segment : `.${segment}`;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
