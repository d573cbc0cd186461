import { useEffect, type RefObject } from 'react';
import { useView, useWorkbench } from '#state/react.tsx';
import { controlOf, findPlace } from './find-place.ts';

/** A wish older than this was fulfilled before; the form only came back on screen. */
const wishLastsMs = 2_000;
/** What the user does next: from then on the focus is theirs. */
const userActs = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Brings a place that asked to be shown into view, focuses its control and rings it once. An editor that
 * is still being loaded has its fields later: the nearest place is shown until a more exact one is there.
 */
export function useReveal(root: RefObject<HTMLElement | null>): void {
  const { now } = useWorkbench();
  const revealed = useView((state) => state.revealed);
  useEffect(() => {
    const body = root.current;
    if (revealed === undefined || body === null) return;
    const { path, atMs } = revealed;
    if (now() - atMs > wishLastsMs) return;
    let shown = findPlace(body, path);
    if (shown !== undefined) show(shown);
    const observer = new MutationObserver(() => {
      const place = findPlace(body, path);
      if (place === undefined || place === shown) return;
      shown = place;
      show(place);
    });
    const end = (): void => {
      observer.disconnect();
      for (const act of userActs) window.removeEventListener(act, end, true);
    };
    observer.observe(body, { childList: true, subtree: true });
    for (const act of userActs) window.addEventListener(act, end, true);
    return end;
  }, [revealed, root, now]);
}

function show(place: HTMLElement): void {
  const control = controlOf(place);
  control?.focus({ preventScroll: true });
  // jsdom draws nothing and so has no scrolling.
  (place as Partial<Pick<Element, 'scrollIntoView'>>).scrollIntoView?.({ block: 'nearest' });
  ring(place);
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
