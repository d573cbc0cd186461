import { useEffect, useRef } from 'react';

const stepMs = 60;

/** Calls back again and again while a mouse that draws something is held above or below an element; absent for none. */
export function useEdgeScroll(
  element: HTMLElement | null,
  onStep: ((step: 1 | -1) => void) | undefined,
): void {
  const mouseY = useRef<number>(undefined);
  useEffect(() => {
    if (element === null || onStep === undefined) {
      mouseY.current = undefined;
      return undefined;
    }
    const follow = (event: MouseEvent): void => {
      mouseY.current = event.clientY;
    };
    const timer = setInterval(() => {
      const { top, bottom } = element.getBoundingClientRect();
      const y = mouseY.current ?? top;
      if (y > bottom) onStep(1);
      else if (y < top) onStep(-1);
    }, stepMs);
    window.addEventListener('mousemove', follow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('mousemove', follow);
    };
  });
}
