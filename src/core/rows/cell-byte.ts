/** The byte that a column keeps for each row: its state in the low bits, and where its value is. */

export const stateMask = 0x0f;

/** Bits that tell where a value is: nowhere, in the storage, null, in the map of misfits, or worked out when asked for. */
export const placeMask = 0x70;
export const hasNothing = 0x00;
export const hasStored = 0x10;
export const hasNull = 0x20;
export const hasUnfit = 0x30;
export const hasComputed = 0x40;

/** The first of rows [start, end) whose value is not in the storage; `end` when there is none. */
export function firstNotStored(cells: Uint8Array, start: number, end: number): number {
  let row = start;
  while (row < end && row % 4 !== 0 && isStored(cells, row)) row += 1;
  if (row % 4 === 0) row = afterStoredWords(cells, row, end);
  while (row < end && isStored(cells, row)) row += 1;
  return row;
}

function isStored(cells: Uint8Array, row: number): boolean {
  return ((cells[row] ?? 0) & placeMask) === hasStored;
}

/** Masks for the bytes of four rows at once. */
const [wordMask, storedWord] = [placeMask * 0x01010101, hasStored * 0x01010101];

/** From a row that a word of the bytes begins with, past those that are stored, sixteen at a time as long as they all are. */
function afterStoredWords(cells: Uint8Array, start: number, end: number): number {
  const words = new Uint32Array(cells.buffer, 0, cells.byteLength >> 2);
  const lastStart = (end >> 2) - 4;
  let at = start >> 2;
  for (; at <= lastStart; at += 4) {
    const differing =
      ((words[at] ?? 0) ^ storedWord) |
      ((words[at + 1] ?? 0) ^ storedWord) |
      ((words[at + 2] ?? 0) ^ storedWord) |
      ((words[at + 3] ?? 0) ^ storedWord);
    if ((differing & wordMask) !== 0) break;
  }
  return at * 4;
}
