/**
 * Raw deflate by the host's own streams, bounded: the inflater is fed in small pieces and stopped as
 * soon as it has given too much, so that a bomb costs milliseconds.
 */
import { invariant } from '#core/base/invariant.ts';
import { failure, success, type Result } from '#core/base/result.ts';

const pieceBytes = 1_024;

export type InflateProblem = 'too-large' | 'broken';

/** Never rejects for any bytes. */
export async function deflateRaw(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const deflated = await pump(
    new CompressionStream('deflate-raw'),
    bytes,
    Number.POSITIVE_INFINITY,
  );
  invariant(deflated.ok, 'compressing bytes cannot fail');
  return deflated.value;
}

/** At most `maxBytes`. `broken`: no deflate data, cut short, or followed by further bytes. Never rejects. */
export async function inflateRaw(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, InflateProblem>> {
  const inflated = await pump(new DecompressionStream('deflate-raw'), bytes, maxBytes);
  if (!inflated.ok) return inflated;
  // Not every host refuses bytes after the end. With the last byte gone, sound data is cut short.
  const shortened = await pump(
    new DecompressionStream('deflate-raw'),
    bytes.subarray(0, -1),
    maxBytes,
  );
  return shortened.ok ? failure('broken') : inflated;
}

async function pump(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, InflateProblem>> {
  const reader = stream.readable.getReader();
  const writing = feed(stream.writable, bytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      size += piece.value.length;
      if (size > maxBytes) return failure('too-large');
    }
    if (!(await writing)) return failure('broken');
  } catch {
    // The inflater reports broken data by an exception of the stream.
    return failure('broken');
  } finally {
    // Cancelling also ends the writer; a stream that has failed already may refuse it.
    await reader.cancel().catch(() => undefined);
  }
  return success(join(pieces, size));
}

/** True when every byte was taken. Never rejects. */
async function feed(
  writable: WritableStream<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const writer = writable.getWriter();
  try {
    for (let start = 0; start < bytes.length; start += pieceBytes)
      await writer.write(bytes.subarray(start, start + pieceBytes));
    await writer.close();
    return true;
  } catch {
    // The reading side sees the same fault and reports it.
    return false;
  }
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
