/**
 * Keeps keys out of everything that is shown or stored. Providers echo keys in error messages, so
 * their text passes through here before it becomes part of a message.
 */

const mark = '[key removed]';

/** Prefixes by which the common providers' keys are known, and anything that follows `Bearer`. */
const keyPatterns: readonly RegExp[] = [
  /\bBearer\s+[\w.~+/=*-]{6,}/gi,
  /\b(?:sk|pk|rk)-[\w*-]{6,}/g,
  /\b(?:gsk|hf|fw|tgp|key|nvapi|r8|pplx|xai|csk)[_-][\w*-]{10,}/g,
  /\bAIza[\w*-]{10,}/g,
  /\bey[JK][\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
  // Keys that a provider has masked itself still tell their ends.
  /[\w-]{2,}\*{4,}[\w-]*/g,
];

/**
 * The text without key-looking strings and without the exact `secrets`, which are the keys in use
 * where the caller knows them. Secrets shorter than 6 characters are left alone.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 6) clean = clean.replaceAll(secret, mark);
  for (const pattern of keyPatterns) clean = clean.replace(pattern, mark);
  return clean;
}
