import { useEffect, type RefObject } from 'react';
import { useView, useWorkbench } from '#state/react.tsx';
import { controlOf, findPlace } from './find-place.ts';

/** A wish older than this was fulfilled before; the form only came back on screen. */
const wishLastsMs = 2_000;

/** Brings a place that asked to be shown into view, focuses its control and rings it once. */
export function useReveal(root: RefObject<HTMLElement | null>): void {
  const { now } = useWorkbench();
  const revealed = useView((state) => state.revealed);
  useEffect(() => {
    if (revealed === undefined || root.current === null) return;
    if (now() - revealed.atMs > wishLastsMs) return;
    const place = findPlace(root.current, revealed.path);
    if (place === undefined) return;
    const control = controlOf(place);
    control?.focus({ preventScroll: true });
    // jsdom draws nothing and so has no scrolling.
    (place as Partial<Pick<Element, 'scrollIntoView'>>).scrollIntoView?.({ block: 'nearest' });
    ring(place);
  }, [revealed, root, now]);
}

function ring(place: HTMLElement): void {
  place.removeAttribute('data-ringed');
  // Reading the layout lets the browser see the removal, so that the animation starts anew.
  place.getBoundingClientRect();
  place.setAttribute('data-ringed', '');
  place.addEventListener('animationend', () => place.removeAttribute('data-ringed'), {
    once: true,
  });
}
