/** The byte that a column keeps for each row: its state in the low bits, and where its value is. */

export const stateMask = 0x0f;

/** Bits that tell where a value is: nowhere, in the storage, null, in the map of misfits, or worked out when asked for. */
export const placeMask = 0x70;
export const hasNothing = 0x00;
export const hasStored = 0x10;
export const hasNull = 0x20;
export const hasUnfit = 0x30;
export const hasComputed = 0x40;
