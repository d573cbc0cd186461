/** Bytes as text that survives addresses and messengers: base64url without padding (RFC 4648 §5). */

export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // Spreading a long array into one call would overflow the stack.
  for (let start = 0; start < bytes.length; start += 8_192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Undefined for any other alphabet, for padding, and for lengths that no bytes give. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
