/**
 * Server-sent events, read from text that arrives in any pieces. Accepts CRLF, CR and LF, a byte
 * order mark, comments, fields without a space, and a last event without its blank line.
 * Format: HTML Living Standard, 9.2.6.
 */

export interface SseEvent {
  /** Empty when the server gave no name. */
  readonly event: string;
  /** Data lines joined by line feeds. */
  readonly data: string;
}

export interface SseParser {
  /** The events completed by this piece. Throws `RangeError` when a line is longer than allowed. */
  push(text: string): readonly SseEvent[];
  /** The last event, when the stream ended without a blank line after it. */
  end(): readonly SseEvent[];
}

/** `maxLineLength` counts UTF-16 units. Keeps the unfinished event only. */
export function createSseParser(maxLineLength: number): SseParser {
  const lines = createLineSplitter(maxLineLength);
  let event = '';
  let data: string[] = [];

  const takeLine = (line: string, completed: SseEvent[]): void => {
    if (line === '') {
      if (data.length > 0) completed.push({ event, data: data.join('\n') });
      event = '';
      data = [];
    } else if (line === 'data') data.push('');
    else if (line.startsWith('data:')) data.push(valueAfter(line, 5));
    else if (line.startsWith('event:')) event = valueAfter(line, 6);
  };
  const takeLines = (complete: readonly string[]): readonly SseEvent[] => {
    const completed: SseEvent[] = [];
    for (const line of complete) takeLine(line, completed);
    return completed;
  };
  return {
    push: (text) => takeLines(lines.push(text)),
    end: () => takeLines([lines.rest(), '']),
  };
}

/** Lines without their ends; what follows the last end waits for the next piece. */
function createLineSplitter(maxLength: number) {
  let line = '';
  let isAfterReturn = false;
  let isStart = true;

  const normalise = (text: string): string => {
    let start = isStart && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    isStart = false;
    // A line feed that follows a return from the piece before belongs to the same line end.
    if (isAfterReturn && text.charCodeAt(start) === 10) start += 1;
    isAfterReturn = text.endsWith('\r');
    const body = text.slice(start);
    return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  };
  const append = (piece: string): void => {
    line += piece;
    if (line.length > maxLength)
      throw new RangeError(`A line is longer than ${maxLength.toLocaleString('en')} characters.`);
  };
  return {
    push(text: string): readonly string[] {
      if (text === '') return [];
      const body = normalise(text);
      const lines: string[] = [];
      let start = 0;
      for (let end = body.indexOf('\n'); end !== -1; end = body.indexOf('\n', start)) {
        append(body.slice(start, end));
        lines.push(line);
        line = '';
        start = end + 1;
      }
      append(body.slice(start));
      return lines;
    },
    rest: () => line,
  };
}

function valueAfter(line: string, start: number): string {
  return line.slice(line.charCodeAt(start) === 32 ? start + 1 : start);
}
