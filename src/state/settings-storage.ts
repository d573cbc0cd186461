/** Settings in the browser's small storage. Losing them costs a click; nothing made by the user lives here. */
import { parseJson, isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { defaultSettings, type Settings, type ThemeMode } from './settings-store.ts';
import { restoreGrids } from './grid-settings.ts';
import { storagePolicy } from './storage-policy.ts';

const storageKey = 'rowsmith:settings';
/** More requests at once than any endpoint takes from one browser. */
const mostConcurrency = 256;

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
  const { theme, designPaneWidth, trustedOrigins, concurrency, lastDocumentId, grids } = value;
  return {
    theme: isTheme(theme) ? theme : defaultSettings.theme,
    designPaneWidth:
      typeof designPaneWidth === 'number'
        ? Math.min(720, Math.max(320, designPaneWidth))
        : defaultSettings.designPaneWidth,
    trustedOrigins: Array.isArray(trustedOrigins)
      ? (trustedOrigins as readonly JsonValue[]).filter(isOrigin)
      : [],
    concurrency: isJsonObject(concurrency) ? restoreConcurrency(concurrency) : {},
    lastDocumentId: typeof lastDocumentId === 'string' ? lastDocumentId : '',
    grids: restoreGrids(grids),
  };
}

function restoreConcurrency(stored: JsonObject): Settings['concurrency'] {
  const entries = Object.entries(stored).filter(
    (entry): entry is [string, number] => Number.isInteger(entry[1]) && isWidth(Number(entry[1])),
  );
  return Object.fromEntries(entries);
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
