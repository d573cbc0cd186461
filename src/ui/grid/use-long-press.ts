/** A finger that rests on a cell asks for its menu, as the right button of a mouse does. */
import { useRef, type MouseEvent as ReactMouseEvent, type TouchEvent } from 'react';

/** As long as phones themselves wait. */
const restMs = 500;
/** A finger is never quite still; beyond this it scrolls. */
const mostMovePx = 10;

interface Press {
  readonly cell: Element;
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
  hasAsked: boolean;
}

/**
 * Some browsers tell of a long press by an event of their own, and some by none. Both end in one press
 * of the right button: first it selects, unless it lies within what is selected, then it asks.
 */
export function useLongPress() {
  const press = useRef<Press>(undefined);

  function ask(): void {
    const now = press.current;
    if (now === undefined || now.hasAsked) return;
    now.hasAsked = true;
    clearTimeout(now.timer);
    const init = { bubbles: true, cancelable: true, button: 2, clientX: now.x, clientY: now.y };
    now.cell.dispatchEvent(new MouseEvent('mousedown', init));
    // Only once what is selected has followed.
    setTimeout(() => now.cell.dispatchEvent(new MouseEvent('contextmenu', init)));
  }

  function end(): void {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  }

  return {
    onTouchStart: (event: TouchEvent) => {
      end();
      const finger = event.touches[0];
      const cell = (event.target as Element).closest('[role=gridcell]');
      const isTyping = (event.target as Element).closest('input, textarea') !== null;
      if (finger === undefined || event.touches.length > 1 || cell === null || isTyping) return;
      const { clientX: x, clientY: y } = finger;
      press.current = { cell, x, y, timer: setTimeout(ask, restMs), hasAsked: false };
    },
    onTouchMove: (event: TouchEvent) => {
      const finger = event.touches[0];
      const now = press.current;
      if (finger === undefined || now === undefined || now.hasAsked) return;
      if (Math.hypot(finger.clientX - now.x, finger.clientY - now.y) > mostMovePx) end();
    },
    onTouchEnd: (event: TouchEvent) => {
      // The finger that is lifted would be a press on what has just opened.
      if (press.current?.hasAsked === true) event.preventDefault();
      end();
    },
    onTouchCancel: end,
    onContextMenuCapture: (event: ReactMouseEvent) => {
      if (!event.isTrusted || press.current === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      ask();
    },
  };
}
