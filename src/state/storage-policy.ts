/**
 * Where each persisted thing may go. The types make a new one a compile error until it is classified;
 * everything not said to be allowed is refused.
 */
import type { Settings } from './settings-store.ts';

interface Policy {
  /** May be stored in this browser. */
  readonly browser: boolean;
  readonly link: boolean;
  readonly file: boolean;
  readonly isSecret: boolean;
}

type Persisted = keyof Settings | 'design' | 'rows' | 'apiKey';

export const storagePolicy: Readonly<Record<Persisted, Policy>> = {
  theme: { browser: true, link: false, file: false, isSecret: false },
  previewRows: { browser: true, link: false, file: false, isSecret: false },
  panes: { browser: true, link: false, file: false, isSecret: false },
  trustedOrigins: { browser: true, link: false, file: false, isSecret: false },
  concurrency: { browser: true, link: false, file: false, isSecret: false },
  rateLimits: { browser: true, link: false, file: false, isSecret: false },
  spendCap: { browser: true, link: false, file: false, isSecret: false },
  prices: { browser: true, link: false, file: false, isSecret: false },
  exportedRuns: { browser: true, link: false, file: false, isSecret: false },
  lastDocumentId: { browser: true, link: false, file: false, isSecret: false },
  grids: { browser: true, link: false, file: false, isSecret: false },
  design: { browser: true, link: true, file: true, isSecret: false },
  rows: { browser: true, link: false, file: true, isSecret: false },
  apiKey: { browser: false, link: false, file: false, isSecret: true },
};
