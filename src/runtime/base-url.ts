/** What a base URL may be in a page, and which origin its key belongs to. */
import { failure, success, type Result } from '#core/base/result.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is this machine; only there may a page speak plain http. */
export function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname) || url.hostname.endsWith('.localhost');
}

/** Checks a typed base URL: https, or http on this machine; no credentials, no fragment. */
export function parseBaseUrl(typed: string): Result<URL, string> {
  const address = typed.trim();
  if (!URL.canParse(address))
    return failure('This is not a complete address. Begin with https://.');
  // The parser drops line ends and tabs without a word, and sends a backslash as a slash.
  if (/[\p{Cc}\\]/u.test(address))
    return failure('The address holds a character that no address has. Type it again.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return failure(`Addresses begin with https://, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '')
    return failure('Leave user name and password out of the address; the key has its own field.');
  if (address.includes('#')) return failure('Leave out the part after #.');
  if (url.protocol === 'http:' && !isLoopback(url))
    return failure(
      'Plain http works for this machine only (localhost). Use https:// for other hosts.',
    );
  return success(url);
}
