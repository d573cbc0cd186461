/** What one side says and the other has no place for, collected while a configuration is read or written. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';

export interface Findings {
  add(path: JsonPath, message: string): void;
  readonly items: readonly Diagnostic[];
}

/** Warnings under one code; the same message is kept once for each place. */
export function createFindings(code: 'kept-for-data-designer' | 'not-in-data-designer'): Findings {
  const items: Diagnostic[] = [];
  return {
    items,
    add: (path, message) => void items.push({ path, code, severity: 'warning', message }),
  };
}
