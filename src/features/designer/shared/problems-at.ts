import { isWrittenWithin } from '#core/base/json-path.ts';
import { formatPath, type Diagnostic, type JsonPath } from '#core/base/diagnostic.ts';

/** What a field says about itself; spread into a field of `ui`. */
export interface FieldProblem {
  readonly error?: string;
  readonly hint?: string;
}

/** True when `path` is `prefix` or lies inside it. */
function isWithin(path: JsonPath, prefix: JsonPath): boolean {
  return path.length >= prefix.length && prefix.every((segment, index) => path[index] === segment);
}

/** The first error at or below the path; without one, the first warning as a hint. */
export function problemAt(diagnostics: readonly Diagnostic[], path: JsonPath): FieldProblem {
  const here = diagnostics.filter((diagnostic) => isWithin(diagnostic.path, path));
  const error = here.find(({ severity }) => severity === 'error');
  if (error !== undefined) return { error: error.message };
  const warning = here.find(({ severity }) => severity === 'warning');
  return warning === undefined ? {} : { hint: warning.message };
}

/** True when a written path (`columns[2].fill.low`) names the place or something inside it. */
export function isRevealedIn(revealed: string, path: JsonPath): boolean {
  return isWrittenWithin(revealed, formatPath(path));
}
