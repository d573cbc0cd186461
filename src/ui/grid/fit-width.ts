/** Room for glyphs, marks and the padding of a cell, in px. */
const cellExtra = 30;
const headExtra = 46;
const limits = { least: 56, most: 640 } as const;

/** The width in which everything that a column shows right now can be read; undefined where it shows nothing. */
export function fitWidth(grid: HTMLElement, columnIndex: number): number | undefined {
  const ofColumn = `[aria-colindex="${columnIndex}"]`;
  const cells = [...grid.querySelectorAll(`[role=gridcell]${ofColumn}`)].map(
    (cell) => textWidth(cell) + cellExtra,
  );
  const heads = [...grid.querySelectorAll(`.rs-head${ofColumn} [title]`)].map(
    (head) => textWidth(head) + headExtra,
  );
  if (cells.length + heads.length === 0) return undefined;
  const widest = Math.max(...cells, ...heads);
  return Math.round(Math.min(limits.most, Math.max(limits.least, widest)));
}

/** Of the text itself: what is cut off by an ellipsis counts as well. */
function textWidth(element: Element): number {
  const range = element.ownerDocument.createRange();
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [left, right] = [Infinity, -Infinity];
  while (walker.nextNode() !== null) {
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (box.width <= 1) continue;
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
  }
  return Math.max(0, right - left);
}
