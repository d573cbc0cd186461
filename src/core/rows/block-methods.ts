/** Writing many rows of a column at once, straight into its storage where that has a way, cell by cell where it has none. */
import { createCodeMap } from './code-map.ts';
import type { WritableColumn } from './row-store.ts';
import type { ValueStorage } from './value-storage.ts';

export interface BlockTarget {
  readonly storage: ValueStorage;
  /** Says that rows hold stored values from now on. */
  readonly claim: (start: number, count: number) => void;
  readonly set: WritableColumn['set'];
}

export function blockMethods({
  storage,
  claim,
  set,
}: BlockTarget): Pick<WritableColumn, 'setNumbers' | 'setCodes'> {
  const codeMap = createCodeMap(storage);
  return {
    setNumbers(start, count, numbers) {
      const block = numbers.subarray(0, count);
      if (storage.writeNumbers === undefined) {
        for (let index = 0; index < count; index += 1) set(start + index, block[index] ?? 0);
        return;
      }
      claim(start, count);
      storage.writeNumbers(start, block);
    },
    setCodes(start, count, { codes, valueOf }) {
      const encoded = codeMap(codes.subarray(0, count), valueOf);
      if (encoded === undefined) {
        for (let index = 0; index < count; index += 1)
          set(start + index, valueOf(codes[index] ?? 0));
        return;
      }
      claim(start, count);
      storage.writeCodes?.(start, encoded);
    },
  };
}
