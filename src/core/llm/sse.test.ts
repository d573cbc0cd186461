import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser, type SseEvent } from './sse.ts';

function parse(pieces: readonly string[]): readonly SseEvent[] {
  const parser = createSseParser(1_000);
  const events = pieces.flatMap((piece) => parser.push(piece));
  return [...events, ...parser.end()];
}

function dataOf(...pieces: readonly string[]): readonly string[] {
  return parse(pieces).map(({ data }) => data);
}

describe('createSseParser', () => {
  it.each([
    ['line feeds', 'data: a\n\ndata: b\n\n'],
    ['returns and line feeds', 'data: a\r\n\r\ndata: b\r\n\r\n'],
    ['returns', 'data: a\r\rdata: b\r\r'],
    ['a byte order mark', '\uFEFFdata: a\n\ndata: b\n\n'],
    ['comments', ': busy\n\ndata: a\n: still busy\n\ndata: b\n\n'],
    ['no space after the colon', 'data:a\n\ndata:b\n\n'],
    ['fields that mean nothing here', 'id: 1\nretry: 5\nfoo: x\ndata: a\n\ndata: b\n\n'],
    ['no blank line at the end', 'data: a\n\ndata: b'],
  ])('reads a stream with %s, however it is cut', (_, text) => {
    expect(dataOf(text)).toEqual(['a', 'b']);
    expect(dataOf(...text.split(''))).toEqual(['a', 'b']);
  });

  it('joins data lines by a line feed and keeps further spaces', () => {
    expect(dataOf('data: a\ndata\ndata:  b\n\n')).toEqual(['a\n\n b']);
  });

  it('tells the name of an event', () => {
    expect(parse(['event: error\ndata: x\n\ndata: y\n\n'])).toEqual([
      { event: 'error', data: 'x' },
      { event: '', data: 'y' },
    ]);
  });

  it('refuses a line beyond the limit, also when it comes in pieces', () => {
    const parser = createSseParser(100);
    parser.push('data: '.padEnd(90, 'x'));
    expect(() => parser.push('x'.repeat(20))).toThrow(RangeError);
  });

  it('gives the same events for any cut', () => {
    const line = fc.constantFrom('data: a', 'data:b', ': c', '', 'event: e', 'data', 'x');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const text = fc.array(fc.tuple(line, end)).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(100)), (whole, cuts) => {
        const places = [...cuts.map((at) => at % (whole.length + 1)), whole.length].sort(
          (a, b) => a - b,
        );
        const pieces = places.map((place, index) => whole.slice(places[index - 1] ?? 0, place));
        expect(parse(pieces)).toEqual(parse([whole]));
      }),
    );
  });
});
