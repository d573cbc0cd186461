/** Behaviour cases made with Oumi's own code, where they lie beside the checkout; tests are skipped elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '#core/base/json.ts';

export interface Vector {
  readonly id: string;
  readonly area: string;
  // The cases differ by area; each test says what it reads of them.
  readonly input: Readonly<Record<string, JsonValue>>;
  readonly expect: Readonly<Record<string, JsonValue>>;
  readonly note?: string;
}

const root = join(import.meta.dirname, '../../..');

/** The folder of the cases; undefined where it is not there. */
export const conformanceFolder = ['../shared', '../../shared']
  .map((folder) => join(root, folder, 'conformance'))
  .find((folder) => existsSync(join(folder, 'oumi-vectors.json')));

/** Why the tests are skipped. */
export const skipReason = 'the folder with the behaviour cases is not beside this checkout';

export function vectorsOf(area: string): readonly Vector[] {
  if (conformanceFolder === undefined) return [];
  const text = readFileSync(join(conformanceFolder, 'oumi-vectors.json'), 'utf8');
  return (JSON.parse(text) as readonly Vector[]).filter((vector) => vector.area === area);
}

/** The codes of our findings in the words of the cases. */
export function slugOf(code: string): string {
  return code.replaceAll('-', '_');
}

/** A text of a case; empty where it is none. */
export function textIn(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
