/** A request as a command line, for somebody who wants to send it by hand. The key stands as `$API_KEY`. */
import type { HttpRequest } from './language-model.ts';

/**
 * One `curl` command for a POSIX shell. Every part is quoted, so that no text of a request can run
 * as a command; the credential names its header and reads the key from the variable `API_KEY`.
 */
export function curlOf(request: HttpRequest): string {
  const { url, method, headers, body, credential } = request;
  const lines = [
    `curl ${method === 'POST' ? '' : `-X ${method} `}${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(credential === undefined
      ? []
      : [`-H ${quoted(`${credential.header}: ${credential.prefix}`)}"$API_KEY"`]),
    ...(body === undefined ? [] : [`--data-raw ${quoted(JSON.stringify(body, undefined, 2))}`]),
  ];
  return lines.join(' \\\n  ');
}

/** Single quotes keep everything as it is; a quote itself ends, escapes and begins anew. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
