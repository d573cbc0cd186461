/** Addresses that a design may name: read as text, never used before the user sets them up. */
import { failure, success, type Result } from '#core/base/result.ts';

export interface Endpoint {
  /** Scheme, host and port; the host in ASCII, so that look-alike letters show. */
  readonly origin: string;
}

export interface EndpointProblem {
  readonly code: 'endpoint-invalid' | 'endpoint-scheme' | 'endpoint-credentials';
  readonly message: string;
}

/** Accepts http and https addresses without user name, password, query and fragment. Never throws. */
export function parseEndpoint(text: string): Result<Endpoint, EndpointProblem> {
  const url = parseUrl(text);
  if (url === null)
    return failure({
      code: 'endpoint-invalid',
      message: 'This is not an address. It should look like https://example.com/v1.',
    });
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return failure({
      code: 'endpoint-scheme',
      message: `An endpoint starts with https:// or http://, not with ${url.protocol}`,
    });
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return failure({
      code: 'endpoint-credentials',
      message:
        'An endpoint carries no user name, password, query or fragment: keys never live in a design.',
    });
  return success({ origin: url.origin });
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    // The constructor is the only parser that every supported host has.
    return null;
  }
}
