import { startTransition, useEffect, useState } from 'react';

/** False for a component's first draw: for what may come with the next, so that the rest is seen sooner. */
export function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setDrawn(true);
    });
  }, []);
  return isDrawn;
}
