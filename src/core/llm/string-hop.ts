/** Finds the end of a JSON string that may be cut into pieces anywhere, even after a backslash. */

export interface StringHop {
  /** Index of the closing quote at or after `start`, or -1 when the string goes on in the next piece. */
  end(text: string, start: number): number;
  /** Forgets an escape that was cut; before another string. */
  reset(): void;
}

export function createStringHop(): StringHop {
  let isEscaped = false;
  return {
    end(text, start) {
      const first = isEscaped ? start + 1 : start;
      isEscaped = false;
      let quote = text.indexOf('"', first);
      while (quote !== -1 && isOdd(text, quote, first)) quote = text.indexOf('"', quote + 1);
      if (quote === -1) isEscaped = isOdd(text, text.length, first);
      return quote;
    },
    reset() {
      isEscaped = false;
    },
  };
}

/** Whether an odd number of backslashes stands right before `end`: then what follows is escaped. */
function isOdd(text: string, end: number, start: number): boolean {
  let index = end;
  while (index > start && text.charCodeAt(index - 1) === 92) index -= 1;
  return (end - index) % 2 === 1;
}
