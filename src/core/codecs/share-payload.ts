/** True when an address's fragment carries a design, sound or not. */
export function hasSharePayload(hash: string): boolean {
  return /^#?(?:[^#]*&)?d=/.test(hash);
}
