/**
 * The one Trusted Types policy of the page: worker scripts of our own origin, and nothing else. There
 * is no policy for HTML, so no text can become markup.
 */

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

export function installTrustedTypes(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', { createScriptURL: ownScript });
}

/** The address of a script of this origin under its build folder; throws for any other. */
export function ownScript(address: string): string {
  const url = new URL(address, globalThis.location.href);
  const isOwn = url.origin === globalThis.location.origin;
  const isBuilt = url.pathname.includes('/assets/') || import.meta.env.DEV;
  if (!isOwn || !isBuilt) throw new TypeError(`Refused to load a script from ${url.origin}.`);
  return url.href;
}
