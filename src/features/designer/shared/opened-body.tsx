import { useEffect, useRef, type ComponentProps } from 'react';
import { EditorBody } from './layout.ts';

/** What the user does next: from then on the list is scrolled by them alone. */
const userActs = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * The body of an editor opened in its list. One that opens near the lower end comes into view as far as
 * there is room for it, also while its fields are still being loaded.
 */
export function OpenedBody(props: ComponentProps<typeof EditorBody>) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const item = body.current?.parentElement;
    // jsdom draws nothing and so has no sizes to watch.
    if (!item || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => showWhole(item));
    observer.observe(item);
    const end = (): void => {
      observer.disconnect();
      for (const act of userActs) window.removeEventListener(act, end, true);
    };
    for (const act of userActs) window.addEventListener(act, end, true);
    return end;
  }, []);
  return <EditorBody ref={body} {...props} />;
}

function showWhole(item: HTMLElement): void {
  item.scrollIntoView({ block: 'nearest' });
  // One taller than the list shows its upper end, which may not be what asked to be shown.
  const focused = document.activeElement;
  if (focused !== null && item.contains(focused)) focused.scrollIntoView({ block: 'nearest' });
}
