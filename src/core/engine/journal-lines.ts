/**
 * A journal as lines of text: one line per transaction, each with a checksum over its records. Files
 * of the command line, saved run files and the second copy in a browser share this form.
 */
import { crc32 } from '#core/base/crc32.ts';
import { isJsonObject, parseJson, type JsonValue } from '#core/base/json.ts';

const opening = '{"crc32":"';
const middle = '","records":';
const lineFeed = 10;
const checksumLength = 8;

const encoder = new TextEncoder();

/** The line of one transaction in UTF-8, its line feed included. */
export function encodeJournalLine(records: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(records);
  const checksum = checksumOf(encoder.encode(text));
  return encoder.encode(`${opening}${checksum}${middle}${text}}\n`);
}

export interface JournalLines {
  /** Records of all whole lines, in order; the fold decides what it can read. */
  readonly records: readonly JsonValue[];
  /** Lines before the last whole one that could not be read. */
  readonly damagedLines: number;
  /** End of the last whole line in bytes. What comes after it is torn, and is cut before the next append. */
  readonly goodBytes: number;
}

/** Reads lines that may be torn or damaged anywhere. Never throws. */
export function readJournalLines(content: Uint8Array): JournalLines {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const records: JsonValue[] = [];
  let damaged = 0;
  let damagedLines = 0;
  let goodBytes = 0;
  let start = 0;
  for (let end = content.indexOf(lineFeed); end >= 0; end = content.indexOf(lineFeed, start)) {
    const line = decodeLine(content.subarray(start, end), decoder);
    start = end + 1;
    if (line === undefined) {
      damaged += 1;
      continue;
    }
    for (const record of line) records.push(record);
    damagedLines += damaged;
    damaged = 0;
    goodBytes = start;
  }
  return { records, damagedLines, goodBytes };
}

function decodeLine(line: Uint8Array, decoder: TextDecoder): readonly JsonValue[] | undefined {
  const text = decoder.decode(line);
  const bytes = line.subarray(opening.length + checksumLength + middle.length, -1);
  const checksum = text.slice(opening.length, opening.length + checksumLength);
  if (!text.startsWith(opening) || checksum !== checksumOf(bytes)) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { records } = parsed.value;
  return Array.isArray(records) ? (records as readonly JsonValue[]) : undefined;
}

function checksumOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(checksumLength, '0');
}
