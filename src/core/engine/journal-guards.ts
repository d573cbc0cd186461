/** What parts of a journal record have to be before they are believed. */
import { isForbiddenKey, isJsonObject, type JsonValue } from '#core/base/json.ts';
import type { AcceptedRow } from './dataset-port.ts';

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !isForbiddenKey(value);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

export function isRowList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

export function isAcceptedRow(value: unknown): value is AcceptedRow {
  return isJsonObject(value) && isCount(value.row) && isJsonObject(value.cells);
}
