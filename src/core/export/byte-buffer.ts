/**
 * A growing buffer of UTF-8 bytes that is emptied in chunks. Short plain ASCII, the bulk of real
 * tables, is copied character by character, which is faster than any call into an encoder.
 */

/** Bytes gathered before a chunk leaves. */
const chunkSizeBytes = 256 * 1024;

const encoder = new TextEncoder();
/** Above this many characters the encoder's own loop wins over ours. */
const longText = 60;

/** For each ASCII code: 1 when the character may be copied as it is. Must have 128 entries. */
export type PlainTable = Uint8Array;

/** A table that lets every ASCII character pass except those of `special`. */
export function createPlainTable(special: string): PlainTable {
  const table = new Uint8Array(128).fill(1);
  for (let index = 0; index < special.length; index += 1) table[special.charCodeAt(index)] = 0;
  return table;
}

/** State: bytes written since the last `take`. Not safe to share between two writers. */
export class ByteBuffer {
  #bytes = new Uint8Array(chunkSizeBytes + 64 * 1024);
  #length = 0;

  get isFull(): boolean {
    return this.#length >= chunkSizeBytes;
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes so far as an own copy; the buffer is empty afterwards. */
  take(): Uint8Array {
    const chunk = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return chunk;
  }

  /** Appends one ASCII character. */
  byte(code: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = code;
    this.#length += 1;
  }

  bytes(source: Uint8Array): void {
    this.#reserve(source.length);
    this.#bytes.set(source, this.#length);
    this.#length += source.length;
  }

  /** Appends text as UTF-8; lone surrogates become U+FFFD. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Appends text when all its characters pass the table; appends nothing and says false otherwise. */
  plain(text: string, table: PlainTable): boolean {
    const { length } = text;
    if (length > longText) return false;
    this.#reserve(length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127 || table[code] === 0) return false;
      bytes[at] = code;
      at += 1;
    }
    this.#length = at;
    return true;
  }

  /** Appends a finite number in JavaScript's shortest form, which is also its JSON form. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0x7fff_ffff) {
      this.#ascii(String(value));
      return;
    }
    this.#reserve(10);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    let at = this.#length + digits;
    this.#length = at;
    let rest = value;
    for (let index = 0; index < digits; index += 1) {
      const next = Math.floor(rest / 10);
      at -= 1;
      this.#bytes[at] = 48 + rest - next * 10;
      rest = next;
    }
  }

  #ascii(text: string): void {
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index += 1)
      this.#bytes[this.#length + index] = text.charCodeAt(index);
    this.#length += text.length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
