/** From the codes of a writer to those of a column's dictionary. */
import type { JsonValue } from '#core/base/json.ts';
import type { ValueStorage } from './value-storage.ts';

type ValueOf = (code: number) => JsonValue;

/** The same codes as the dictionary knows them; undefined when a value does not fit in. Valid until the next call. */
export type CodeMap = (codes: Uint16Array, valueOf: ValueOf) => Uint16Array | undefined;

/** Remembers what it found for the `valueOf` of the last call. */
export function createCodeMap({ encode, codeAt }: ValueStorage): CodeMap {
  let known: (number | undefined)[] = [];
  let source: ValueOf | undefined;
  let mapped = new Uint16Array(0);
  return (codes, valueOf) => {
    // A dictionary that was given up has no code anywhere, and what was found before is void.
    if (encode === undefined || codeAt?.(0) === undefined) return undefined;
    if (source !== valueOf) {
      source = valueOf;
      known = [];
    }
    if (mapped.length < codes.length) mapped = new Uint16Array(codes.length);
    for (let index = 0; index < codes.length; index += 1) {
      const code = codes[index] ?? 0;
      const found = (known[code] ??= encode(valueOf(code)));
      if (found === undefined) return undefined;
      mapped[index] = found;
    }
    return mapped;
  };
}
