/** From the codes of a writer to those of a column's dictionary. */
import type { JsonValue } from '#core/base/json.ts';
import type { ValueStorage } from './value-storage.ts';

type ValueOf = (code: number) => JsonValue;

/** The same codes as the dictionary knows them, as many; undefined when a value does not fit in. Valid until the next call. */
export type CodeMap = (codes: Uint16Array, valueOf: ValueOf) => Uint16Array | undefined;

/** Remembers what it found for the `valueOf` of the last call. */
export function createCodeMap({ encode, codeAt }: ValueStorage): CodeMap {
  let known = new Int32Array(0);
  let source: ValueOf | undefined;
  let mapped = new Uint16Array(0);
  return (codes, valueOf) => {
    // A dictionary that was given up has no code anywhere, and what was found before is void.
    if (encode === undefined || codeAt?.(0) === undefined) return undefined;
    if (source !== valueOf) {
      source = valueOf;
      known = new Int32Array(0);
    }
    known = withRoom(known, codes);
    if (mapped.length < codes.length) mapped = new Uint16Array(codes.length);
    for (let index = 0; index < codes.length; index += 1) {
      const code = codes[index] ?? 0;
      let found = known[code] ?? unknown;
      if (found === unknown) {
        found = encode(valueOf(code)) ?? unknown;
        if (found === unknown) return undefined;
        known[code] = found;
      }
      mapped[index] = found;
    }
    return mapped.subarray(0, codes.length);
  };
}

const unknown = -1;

/** The same list, or a longer copy of it where a code lies beyond its end. */
function withRoom(known: Int32Array<ArrayBuffer>, codes: Uint16Array): Int32Array<ArrayBuffer> {
  let greatest = 0;
  for (const code of codes) greatest = code > greatest ? code : greatest;
  if (greatest < known.length) return known;
  const grown = new Int32Array(Math.max(greatest + 1, known.length * 2)).fill(unknown);
  grown.set(known);
  return grown;
}
