/** Settings in the browser's small storage. Losing them costs a click; nothing made by the user lives here. */
import {
  isForbiddenKey,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from '#core/base/json.ts';
import type { TokenPrice } from '#core/llm/price/price.ts';
import {
  defaultSettings,
  paneLimits,
  type PaneSizes,
  type Settings,
  type ThemeMode,
} from './settings-store.ts';
import { restoreGrids } from './grid-settings.ts';
import { storagePolicy } from './storage-policy.ts';

const storageKey = 'rowsmith:settings';
/** More requests at once than any endpoint takes from one browser. */
const mostConcurrency = 256;
/** More is a run. */
const mostPreviewRows = 100;

export type SmallStorage = Pick<Storage, 'getItem' | 'setItem'>;

export function readSettings(storage: SmallStorage): Settings {
  const text = readText(storage);
  const parsed = text === null ? undefined : parseJson(text, { maxLength: 1_000_000, maxDepth: 6 });
  return parsed?.ok === true ? restoreSettings(parsed.value) : defaultSettings;
}

function readText(storage: SmallStorage): string | null {
  try {
    return storage.getItem(storageKey);
  } catch {
    // A forbidden storage holds no settings.
    return null;
  }
}

export function writeSettings(storage: SmallStorage, settings: Settings): void {
  const allowed = Object.entries(settings).filter(
    ([name]) => Object.hasOwn(storagePolicy, name) && storagePolicy[name as keyof Settings].browser,
  );
  try {
    storage.setItem(storageKey, JSON.stringify(Object.fromEntries(allowed)));
  } catch {
    // A full or forbidden storage costs the user a setting, not work.
  }
}

function restoreSettings(value: JsonValue): Settings {
  if (!isJsonObject(value)) return defaultSettings;
  const { theme, panes, previewRows, trustedOrigins, concurrency, rateLimits, spendCap } = value;
  const { prices, exportedRuns, lastDocumentId, grids } = value;
  return {
    theme: isTheme(theme) ? theme : defaultSettings.theme,
    panes: restorePanes(panes),
    previewRows:
      typeof previewRows === 'number' && isPreview(previewRows)
        ? previewRows
        : defaultSettings.previewRows,
    trustedOrigins: Array.isArray(trustedOrigins)
      ? (trustedOrigins as readonly JsonValue[]).filter(isOrigin)
      : [],
    concurrency: isJsonObject(concurrency) ? restoreConcurrency(concurrency) : {},
    rateLimits: isJsonObject(rateLimits) ? restoreRateLimits(rateLimits) : {},
    spendCap: isJsonObject(spendCap) ? pickAmounts(spendCap, ['costUsd', 'tokens'], 0) : {},
    prices: isJsonObject(prices) ? restorePrices(prices) : {},
    exportedRuns: Array.isArray(exportedRuns)
      ? (exportedRuns as readonly JsonValue[]).filter((runId) => typeof runId === 'string')
      : [],
    lastDocumentId: typeof lastDocumentId === 'string' ? lastDocumentId : '',
    grids: restoreGrids(grids),
  };
}

function restorePanes(stored: JsonValue | undefined): PaneSizes {
  const sizes = isJsonObject(stored) ? stored : {};
  const sizeOf = (name: keyof PaneSizes): number => {
    const [least, usual, most] = paneLimits[name];
    const size = sizes[name];
    return typeof size === 'number' ? Math.min(most, Math.max(least, size)) : usual;
  };
  return {
    form: sizeOf('form'),
    code: sizeOf('code'),
    narrow: sizeOf('narrow'),
    drawer: sizeOf('drawer'),
    chart: sizeOf('chart'),
  };
}

function restoreConcurrency(stored: JsonObject): Settings['concurrency'] {
  const entries = Object.entries(stored).filter(
    (entry): entry is [string, number] => Number.isInteger(entry[1]) && isWidth(Number(entry[1])),
  );
  return Object.fromEntries(entries);
}

function restoreRateLimits(stored: JsonObject): Settings['rateLimits'] {
  const names = ['requestsPerMinute', 'tokensPerMinute'] as const;
  return Object.fromEntries(
    Object.entries(stored).flatMap(([origin, limits]) =>
      isJsonObject(limits) ? [[origin, pickAmounts(limits, names, 1)]] : [],
    ),
  );
}

/** The numbers of these names that are at least `low`; the others are left out. */
function pickAmounts<Name extends string>(
  stored: JsonObject,
  names: readonly Name[],
  low: number,
): Partial<Record<Name, number>> {
  const picked: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = stored[name];
    if (typeof value === 'number' && Number.isFinite(value) && value >= low) picked[name] = value;
  }
  return picked;
}

function restorePrices(stored: JsonObject): Settings['prices'] {
  const entries = Object.entries(stored).flatMap(([key, price]) =>
    isTokenPrice(price) && !isForbiddenKey(key) ? [[key, price] as const] : [],
  );
  return Object.fromEntries(entries);
}

function isTokenPrice(value: JsonValue): value is JsonValue & TokenPrice {
  return isJsonObject(value) && isAmount(value.inputPerMillion) && isAmount(value.outputPerMillion);
}

function isAmount(value: JsonValue | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isPreview(rows: number): boolean {
  return Number.isInteger(rows) && rows >= 1 && rows <= mostPreviewRows;
}

function isWidth(value: number): boolean {
  return value >= 1 && value <= mostConcurrency;
}

function isTheme(value: JsonValue | undefined): value is ThemeMode {
  return value === 'light' || value === 'dark' || value === 'system';
}

function isOrigin(value: JsonValue): value is string {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value;
}
