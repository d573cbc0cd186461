/** Short ways to state a finding of the check. */
import type { Diagnostic, DiagnosticFix, JsonPath, Severity } from '#core/base/diagnostic.ts';

/** A finding at a path; code and message as `Diagnostic` describes them. */
export type Finding = readonly [path: JsonPath, code: string, message: string];

export function errorAt(...finding: Finding): Diagnostic {
  return found('error', finding);
}

export function warningAt(...finding: Finding): Diagnostic {
  return found('warning', finding);
}

export function infoAt(...finding: Finding): Diagnostic {
  return found('info', finding);
}

/** The finding with a change that would mend it, when there is one. */
export function withFix(diagnostic: Diagnostic, fix: DiagnosticFix | undefined): Diagnostic {
  return fix === undefined ? diagnostic : { ...diagnostic, fix };
}

/** Up to twelve names for a message: `Columns: type, size.` */
export function listNames(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `There are no ${noun.toLowerCase()} yet.`;
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12
    ? `${noun}: ${shown} and ${names.length - 12} more.`
    : `${noun}: ${shown}.`;
}

function found(severity: Severity, [path, code, message]: Finding): Diagnostic {
  return { path, code, severity, message };
}
