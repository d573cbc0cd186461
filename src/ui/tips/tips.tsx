import { useEffect, useState } from 'react';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { tipElement } from './tip.ts';

const TipHost = lazyPart(async () => (await import('./tip-host.tsx')).TipHost);

/** The page's one tooltip. It costs nothing until something that has a tip is pointed at or focused. */
export function Tips() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (isWanted) return undefined;
    const notice = ({ target }: Event) => {
      if (tipElement(target) !== undefined) setWanted(true);
    };
    document.addEventListener('pointerover', notice);
    document.addEventListener('focusin', notice);
    return () => {
      document.removeEventListener('pointerover', notice);
      document.removeEventListener('focusin', notice);
    };
  }, [isWanted]);
  return isWanted ? <TipHost /> : null;
}
