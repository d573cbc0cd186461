/**
 * Identifiers in the form of a version 4 UUID (RFC 9562), drawn from the seeded stream. The first eight
 * digits of a column never repeat, because a stream never repeats a word.
 */
import type { RandomStream } from '#core/base/random.ts';
import { success } from '#core/base/result.ts';
import type { CreateSampler } from './sample-context.ts';

const layout = '00000000-0000-0000-0000-000000000000';
const shortLayout = '00000000';

export const createUuidSampler: CreateSampler<'uuid'> = (fill, { columnRandom }) => {
  const { prefix = '', shortForm = false, uppercase = false } = fill;
  const format = createFormat(shortForm ? shortLayout : layout, uppercase);
  const valueOf = (row: number): string =>
    prefix + format(shortForm ? [columnRandom.uint32(row, 0)] : wordsOf(columnRandom, row));
  return success({ draw: valueOf, block: { kind: 'computed', valueOf } });
};

function wordsOf(random: RandomStream, row: number): readonly number[] {
  const version = (random.uint32(row, 1) & 0xffff0fff) | 0x4000;
  const variant = (random.uint32(row, 2) & 0x3fffffff) | 0x80000000;
  return [random.uint32(row, 0), version, variant, random.uint32(row, 3)];
}

/** The identifier of a row in a stream, in lower case. */
export function uuidAt(random: RandomStream, row: number): string {
  plainFormat ??= createFormat(layout, false);
  return plainFormat(wordsOf(random, row));
}

let plainFormat: ((words: readonly number[]) => string) | undefined;

/**
 * Puts the hexadecimal digits of 32-bit words into the zeros of a layout. Bytes that are decoded are
 * seven times as fast as joined pieces, and the text lies flat in memory.
 */
function createFormat(text: string, isUppercase: boolean): (words: readonly number[]) => string {
  const digits = Uint8Array.from(isUppercase ? '0123456789ABCDEF' : '0123456789abcdef', codeOf);
  const bytes = Uint8Array.from(text, codeOf);
  const places = Array.from(text).flatMap((sign, place) => (sign === '0' ? [place] : []));
  const decoder = new TextDecoder();
  return (words) => {
    for (let index = 0; index < places.length; index += 1) {
      const nibble = ((words[index >> 3] ?? 0) >>> (28 - 4 * (index & 7))) & 15;
      bytes[places[index] ?? 0] = digits[nibble] ?? 0;
    }
    return decoder.decode(bytes);
  };
}

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}
