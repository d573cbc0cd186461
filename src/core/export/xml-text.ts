/** Text inside XML 1.0: what has to be written otherwise, and what cannot be written at all. */
import type { JsonValue } from '#core/base/json.ts';

/** Most control characters, lone surrogates, U+FFFE and U+FFFF: no document may hold them, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const special = /[&<>\r]/;

/** Whether a value, its items or its keys hold a character that XML 1.0 has no way to write. */
export function isBeyondXml(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return value.search(forbidden) >= 0;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => isBeyondXml(key) || isBeyondXml(item));
}

/** Content of an element. Forbidden characters become U+FFFD; a carriage return is escaped, else readers make it a line feed. */
export function xmlText(text: string): string {
  const allowed = text.replace(forbidden, '\ufffd');
  if (!special.test(allowed)) return allowed;
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Value of an attribute between double quotes; blanks of all kinds stay what they are. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
