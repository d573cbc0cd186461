/** What the browser has answered to the wish that it keeps what is stored. */
export function keptWords(isKept: boolean | undefined): string {
  if (isKept === undefined)
    return 'The browser is asked to keep your rows when you generate. Until then it may clear them when space is short.';
  return isKept
    ? 'The browser has promised to keep your rows until you delete them.'
    : 'The browser may clear your rows when space is short or after days without a visit. Export what you want to keep.';
}
