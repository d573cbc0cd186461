/** What a paused run says in one line; the card over the rows has the rest. */
import type { ErrorReport } from '#core/base/error-report.ts';

const deeds: Readonly<Record<string, string>> = {
  auth: 'refused the key',
  forbidden: 'refuses this key or region',
  quota: 'says that no credit is left',
  'not-found': 'does not find the model',
  'bad-request': 'refused the request',
  network: 'gives no answer',
  redirect: 'redirects to another address',
  'not-an-api': 'is no model server',
  'rate-limit': 'takes no more requests for now',
  overloaded: 'is overloaded',
  server: 'keeps failing',
  timeout: 'takes too long to answer',
  'cut-off': 'keeps breaking off',
};

const titles: Readonly<Record<string, string>> = {
  'RunError cost-cap': 'The cap stops the run',
  'RunError no-progress': 'Row after row is refused',
  'ProviderError unresolved': 'The model is not ready',
  'RunLocked locked': 'This run is open in another tab',
  'StorageError quota': 'This browser has no room left',
  'WorkerError ': 'The run broke off',
};

export function pauseTitle({ name, kind = '', host = 'The provider' }: ErrorReport): string {
  const deed = name === 'ProviderError' ? deeds[kind] : undefined;
  if (deed !== undefined) return `${host} ${deed}`;
  return titles[`${name} ${kind}`] ?? 'The run paused';
}

/** A run in another tab is taken over with the one button in the bar; everything else has a card. */
export function hasCard({ kind }: ErrorReport): boolean {
  return kind !== 'locked';
}
