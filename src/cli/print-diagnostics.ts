/** Diagnostics for people: one line each, in the form that editors and CI logs recognise. */
import { formatPath, type Diagnostic } from '#core/base/diagnostic.ts';
import { escapeText } from './escape-text.ts';

export interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** 1-based, where known. */
  readonly line?: number | undefined;
}

/** `file:line: severity code: message (path)`, with a line break. */
export function describeDiagnostic(file: string, located: LocatedDiagnostic): string {
  const { diagnostic, line } = located;
  const place = line === undefined ? file : `${file}:${line}`;
  const path = formatPath(diagnostic.path);
  const where = path === '' ? '' : ` (${path})`;
  const { severity, code, message } = diagnostic;
  return `${escapeText(`${place}: ${severity} ${code}: ${message}${where}`)}\n`;
}

/** The same as plain data, for `--json`. */
export function diagnosticData({ diagnostic, line }: LocatedDiagnostic) {
  const { code, severity, message } = diagnostic;
  return {
    path: formatPath(diagnostic.path),
    ...(line === undefined ? {} : { line }),
    code,
    severity,
    message,
  };
}
