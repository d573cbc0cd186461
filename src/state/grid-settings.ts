/** How the grid of each document looks, kept on this device and not in the design. */
import { isJsonObject, isForbiddenKey, type JsonValue } from '#core/base/json.ts';
import type { StoreApi } from 'zustand/vanilla';
import {
  plainGrid,
  type GridSettings,
  type Settings,
  type SettingsState,
} from './settings-store.ts';

const keptDocuments = 30;
const mostColumns = 500;

export function changeGrid(
  settings: StoreApi<SettingsState>,
  documentId: string,
  change: Partial<GridSettings>,
): void {
  const { grids, actions } = settings.getState();
  const { [documentId]: before = plainGrid, ...others } = grids;
  const kept = Object.entries(others).slice(1 - keptDocuments);
  actions.update({
    grids: { ...Object.fromEntries(kept), [documentId]: { ...before, ...change } },
  });
}

export function restoreGrids(value: JsonValue | undefined): Settings['grids'] {
  if (!isJsonObject(value)) return {};
  const entries = Object.entries(value).flatMap(([documentId, stored]) =>
    isForbiddenKey(documentId) || !isJsonObject(stored)
      ? []
      : [[documentId, restoreGrid(stored)] as const],
  );
  return Object.fromEntries(entries.slice(-keptDocuments));
}

function restoreGrid({
  widths,
  order,
  hidden,
  pinned,
}: Readonly<Record<string, JsonValue>>): GridSettings {
  const entries = Object.entries(isJsonObject(widths) ? widths : {}).filter(
    (entry): entry is [string, number] =>
      typeof entry[1] === 'number' && entry[1] >= 40 && entry[1] <= 2_000,
  );
  return {
    widths: Object.fromEntries(entries.slice(0, mostColumns)),
    order: names(order),
    hidden: names(hidden),
    pinned: names(pinned),
  };
}

function names(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[])
    .filter((name) => typeof name === 'string')
    .slice(0, mostColumns);
}
