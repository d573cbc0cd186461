import { lazy, Suspense, useCallback, useRef } from 'react';
import { KeysMeanwhile } from './keys-meanwhile.tsx';

const PaletteList = lazy(async () => ({
  default: (await import('./palette-list.tsx')).PaletteList,
}));

/** The list of commands, which is loaded when it is first asked for; whoever types ahead of it loses nothing. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const typedMeanwhile = useRef('');
  const keep = useCallback((text: string) => {
    typedMeanwhile.current = text;
  }, []);
  return (
    <Suspense fallback={<KeysMeanwhile onText={keep} onClose={onClose} />}>
      <PaletteList typedMeanwhile={typedMeanwhile} onClose={onClose} />
    </Suspense>
  );
}
