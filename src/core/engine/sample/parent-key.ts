/** Which table of a subcategory a parent's value leads to. */
import type { JsonValue } from '#core/base/json.ts';

/** The key in `values`: the text itself, numbers and booleans as text, anything else as JSON. */
export function parentKey(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
