/**
 * What may stand before an answer proper: blanks, a byte order mark, the thoughts some models send
 * first, or the quote of an answer that is JSON written into a string.
 */
import { parseJson } from '#core/base/json.ts';

export interface AnswerStart {
  /** From now on text is the answer itself and need not come here. */
  readonly isOver: boolean;
  /** The part of the text that belongs to the answer; empty while that is open. */
  push(text: string): string;
  /** What was held back until the end. */
  end(): string;
}

const opening = '<think>';
const closing = '</think>';

export function createAnswerStart(): AnswerStart {
  let state: 'blank' | 'thoughts' | 'quoted' | 'over' = 'blank';
  let held = '';

  const begin = (text: string): string => {
    held = text.replace(/^[\uFEFF\s]+/, '');
    if (held === '' || (held.length < opening.length && opening.startsWith(held))) return '';
    if (held.startsWith(opening)) {
      state = 'thoughts';
      return skipThoughts('');
    }
    if (held.startsWith('"')) {
      state = 'quoted';
      return '';
    }
    return release(0);
  };
  // Drafts of rows occur in thoughts, so these are skipped as a whole.
  const skipThoughts = (text: string): string => {
    held += text;
    const end = held.indexOf(closing);
    if (end !== -1) return release(end + closing.length);
    held = held.slice(1 - closing.length);
    return '';
  };
  const release = (start: number): string => {
    const text = held.slice(start);
    state = 'over';
    held = '';
    return text;
  };

  return {
    get isOver() {
      return state === 'over';
    },
    push(text) {
      if (state === 'over') return text;
      if (state === 'blank') return begin(held + text);
      if (state === 'thoughts') return skipThoughts(text);
      held += text;
      return '';
    },
    end() {
      if (state !== 'quoted') return '';
      const parsed = parseJson(held);
      const text = release(0);
      return parsed.ok && typeof parsed.value === 'string' ? parsed.value : text;
    },
  };
}
