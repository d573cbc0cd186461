/** Addresses of requests, from a base URL and a path. */

/** `path` under the base URL, with exactly one slash between them. */
export function joinUrl(baseUrl: string, path: string): string {
  let end = baseUrl.length;
  while (end > 0 && baseUrl.charCodeAt(end - 1) === 47) end -= 1;
  return `${baseUrl.slice(0, end)}/${path}`;
}
