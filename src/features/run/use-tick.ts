import { useEffect, useReducer } from 'react';

const second = 1_000;

/** Draws anew every second, for what counts down. */
export function useTick(isTicking: boolean): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!isTicking) return undefined;
    const timer = setInterval(draw, second);
    return () => {
      clearInterval(timer);
    };
  }, [isTicking]);
}
