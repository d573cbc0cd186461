/** Proof key for a sign-in (RFC 7636): a secret that stays in this tab, and its hash that may be shown. */
import { encodeBase64Url } from '#core/codecs/base64url.ts';

export interface ProofKey {
  /** 43 characters of base64url. */
  readonly verifier: string;
  /** SHA-256 of the verifier, as base64url. */
  readonly challenge: string;
}

export async function createProofKey(): Promise<ProofKey> {
  const verifier = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: encodeBase64Url(new Uint8Array(hash)) };
}
