/** Remembers the ways through the kinds of blocks that come again and again, for tables of few values. */
import { createBlockPaths, mostRemembered, type BlockPaths } from './block-paths.ts';

/** Blocks in which every target is as far ahead of its rows, and every value has as many rows. */
export interface BlockKind {
  /** By value: what its target is ahead of its rows at the beginning of the block, in whole units. */
  readonly ahead: Float64Array;
  /** By value: its rows in the block. */
  readonly rows: Int32Array;
}

interface Remembered extends BlockKind {
  /** Absent until the kind has come twice: most kinds of uneven shares come once. */
  paths?: BlockPaths;
}

/** Kinds that are kept; shares in whole percents have one, thirds have about twenty. */
const mostKinds = 32;

/** The ways through blocks of a kind, where it has come before. The arrays asked with stay the caller's. */
export function createPathMemory(
  width: number,
  length: number,
): (kind: BlockKind) => BlockPaths | undefined {
  if (width > mostRemembered) return () => undefined;
  const kinds: Remembered[] = [];
  return (kind) => {
    for (const known of kinds)
      if (isAlike(known, kind)) return (known.paths ??= createBlockPaths(width, length));
    if (kinds.length < mostKinds)
      kinds.push({ ahead: kind.ahead.slice(), rows: kind.rows.slice() });
    return undefined;
  };
}

function isAlike(one: BlockKind, other: BlockKind): boolean {
  for (let value = 0; value < one.rows.length; value += 1)
    if (one.ahead[value] !== other.ahead[value] || one.rows[value] !== other.rows[value])
      return false;
  return true;
}
