/** From the codes of a writer to those of a column's dictionary. */
import type { JsonValue } from '#core/base/json.ts';
import type { ValueStorage } from './value-storage.ts';

type ValueOf = (code: number) => JsonValue;

/** The same codes as the dictionary knows them, as many; undefined when a value does not fit in. Valid until the next call. */
export type CodeMap = (codes: Int32Array, valueOf: ValueOf) => Uint16Array | undefined;

/** Remembers what it found for the `valueOf` of the last call. */
export function createCodeMap({ encode, codeAt }: ValueStorage): CodeMap {
  let known = new Int32Array(0);
  let source: ValueOf | undefined;
  let mapped = new Uint16Array(0);
  const learn = (code: number, valueOf: ValueOf): number => {
    const found = encode?.(valueOf(code)) ?? unknown;
    if (code >= known.length) known = withRoom(known, code);
    known[code] = found;
    return found;
  };
  return (codes, valueOf) => {
    // A dictionary that was given up has no code anywhere, and what was found before is void.
    if (encode === undefined || codeAt?.(0) === undefined) return undefined;
    if (source !== valueOf) {
      source = valueOf;
      known = new Int32Array(0);
    }
    if (mapped.length < codes.length) mapped = new Uint16Array(codes.length);
    for (let index = 0; index < codes.length; index += 1) {
      const code = codes[index] ?? 0;
      let found = known[code] ?? unknown;
      if (found === unknown) found = learn(code, valueOf);
      if (found === unknown) return undefined;
      mapped[index] = found;
    }
    return mapped.subarray(0, codes.length);
  };
}

const unknown = -1;

/** A longer copy that has a place for the code. */
function withRoom(known: Int32Array<ArrayBuffer>, code: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(code + 1, known.length * 2)).fill(unknown);
  grown.set(known);
  return grown;
}
