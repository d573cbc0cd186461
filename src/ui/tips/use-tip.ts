import { useEffect, useState } from 'react';
import { tipElement } from './tip.ts';

/** How long something is pointed at before its tip is shown, in ms; less while another tip is on screen. */
const delayMs = 400;
const nextDelayMs = 200;

/** Keys that walk. A focus that comes by another way, such as after a run or a tap, was not asked for. */
const walks = /^(Tab|F6|Arrow\w+|Home|End)$/;

/**
 * The element whose tip is to be shown: pointed at by a mouse or walked to by the keyboard. It goes with
 * Escape, a press, scrolling and when the pointer leaves both the element and the tip, `box`.
 */
export function useTip(box: { readonly current: HTMLElement | null }): HTMLElement | undefined {
  const [anchor, setAnchor] = useState<HTMLElement>();
  useEffect(() => {
    const waiting = createWaiting(setAnchor);
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const isOnTip = event.target instanceof Node && box.current?.contains(event.target) === true;
      if (!isOnTip) waiting.turnTo(tipElement(event.target));
    };
    let lastKey = '';
    const focus = ({ target }: FocusEvent) => {
      if (!walks.test(lastKey)) return;
      if (target instanceof Element && target.matches(':focus-visible'))
        waiting.turnTo(tipElement(target));
    };
    const end = () => {
      waiting.end();
    };
    const press = () => {
      lastKey = '';
      end();
    };
    const key = (event: KeyboardEvent) => {
      lastKey = event.key;
      if (event.key === 'Escape') end();
    };
    const listeners: readonly (readonly [string, (event: never) => void])[] = [
      ['pointerover', over],
      ['focusin', focus],
      ['focusout', end],
      ['pointerdown', press],
      ['scroll', end],
      ['keydown', key],
    ];
    for (const [name, listener] of listeners)
      document.addEventListener(name, listener as EventListener, true);
    document.documentElement.addEventListener('pointerleave', end);
    // What was pointed at while this was being loaded.
    waiting.turnTo(document.querySelector<HTMLElement>('[data-tip]:hover') ?? undefined);
    return () => {
      end();
      for (const [name, listener] of listeners)
        document.removeEventListener(name, listener as EventListener, true);
      document.documentElement.removeEventListener('pointerleave', end);
    };
  }, [box]);
  return anchor;
}

function createWaiting(show: (anchor: HTMLElement | undefined) => void) {
  let wanted: HTMLElement | undefined;
  let isShown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    wanted = undefined;
    isShown = false;
    show(undefined);
  };
  return {
    end,
    turnTo(next: HTMLElement | undefined) {
      if (next === wanted) return;
      const wait = isShown ? nextDelayMs : delayMs;
      end();
      wanted = next;
      if (next === undefined) return;
      timer = setTimeout(() => {
        isShown = true;
        show(next);
      }, wait);
    },
  };
}
