import WifiOff from 'lucide-react/icons/wifi-off';
import { useSyncExternalStore } from 'react';
import { useRun } from '#state/react.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { Icon } from '#ui/icon/icon.tsx';

function watchNetwork(onChange: () => void): () => void {
  const events = ['online', 'offline'] as const;
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}

/** Without a network: what waits for it, and what goes on. */
export function OfflineLine() {
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const waiting = useRun(
    ({ requests }) => requests.filter(({ endedAtMs }) => endedAtMs === undefined).length,
  );
  if (isOnline) return null;
  return (
    <Banner figure={<Icon glyph={WifiOff} size={16} />}>
      <b>Offline.</b> {waitingWords(waiting)} Sampling, formulas, charts, code and export go on.
    </Banner>
  );
}

function waitingWords(count: number): string {
  if (count === 0) return 'Requests wait for the network.';
  return count === 1
    ? '1 request waits for the network.'
    : `${count} requests wait for the network.`;
}
