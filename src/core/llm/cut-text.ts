/** Cutting text for display without leaving half a character behind. */

/** At most `length` UTF-16 units of the text; a surrogate pair at the cut is dropped as a whole. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
