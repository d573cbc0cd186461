/** What a design says and an Oumi configuration cannot, collected while one is written. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';

export interface Losses {
  add(path: JsonPath, message: string): void;
  readonly items: readonly Diagnostic[];
}

export function createLosses(): Losses {
  const items: Diagnostic[] = [];
  return {
    items,
    add(path, message) {
      items.push({ path, code: 'not-in-oumi', severity: 'warning', message });
    },
  };
}
