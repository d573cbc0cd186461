/** Settings of this user on this device. Holds no key: keys live in the engine worker. */
import type { TokenPrice } from '#core/llm/price/price.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SpendCap } from '#core/engine/cost-cap.ts';

export type ThemeMode = 'light' | 'dark' | 'system';

/** What an account may send in a minute; what is absent is not limited. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

export interface Settings {
  readonly theme: ThemeMode;
  /** What the user has made of the panes, in CSS pixels. */
  readonly panes: PaneSizes;
  /** Rows that a preview fills. */
  readonly previewRows: number;
  /** Custom origins set up in Model settings. */
  readonly trustedOrigins: readonly string[];
  /** Requests in flight at once, by provider id or custom origin. */
  readonly concurrency: Readonly<Record<string, number>>;
  /** Limits of the user's accounts, by the same names. */
  readonly rateLimits: Readonly<Record<string, RateLimits>>;
  /** The most one run may spend. It belongs to who pays, not to a design. */
  readonly spendCap: SpendCap;
  /** Prices that the user has entered, by `priceKey`. */
  readonly prices: Readonly<Record<string, TokenPrice>>;
  /** Runs whose rows were handed to the user as a file, the last last. */
  readonly exportedRuns: readonly string[];
  /** The document shown after a reload. */
  readonly lastDocumentId: string;
  /** How the grid of a document looks, by document id; the newest few. */
  readonly grids: Readonly<Record<string, GridSettings>>;
}

export interface PaneSizes {
  /** Width of the design pane with its form, with its code, and on a narrow screen. */
  readonly form: number;
  readonly code: number;
  readonly narrow: number;
  /** Width of the cell drawer. */
  readonly drawer: number;
  /** Height of the chart under the rows. */
  readonly chart: number;
}

/** Least, usual and most. */
export const paneLimits: Readonly<Record<keyof PaneSizes, readonly [number, number, number]>> = {
  form: [320, 432, 720],
  code: [320, 668, 900],
  narrow: [300, 340, 560],
  drawer: [320, 524, 900],
  chart: [160, 290, 600],
};

export const usualPanes: PaneSizes = {
  form: paneLimits.form[1],
  code: paneLimits.code[1],
  narrow: paneLimits.narrow[1],
  drawer: paneLimits.drawer[1],
  chart: paneLimits.chart[1],
};

/** Of columns by id; columns that are not named look as they do by themselves. */
export interface GridSettings {
  /** In CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns in the order wanted. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
}

export const plainGrid: GridSettings = { widths: {}, order: [], hidden: [], pinned: [] };

export interface SettingsState extends Settings {
  readonly actions: { readonly update: (change: Partial<Settings>) => void };
}

export const defaultSettings: Settings = {
  theme: 'system',
  panes: usualPanes,
  previewRows: 10,
  trustedOrigins: [],
  concurrency: {},
  rateLimits: {},
  spendCap: {},
  prices: {},
  exportedRuns: [],
  lastDocumentId: '',
  grids: {},
};

export function createSettingsStore(initial: Settings): StoreApi<SettingsState> {
  return createStore<SettingsState>((set) => ({
    ...initial,
    actions: {
      update: (change) => {
        set(change);
      },
    },
  }));
}
