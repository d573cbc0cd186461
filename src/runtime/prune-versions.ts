/**
 * Which versions of a document are kept: every named one, the newest, and of older ones so many that a
 * day can be gone back in half hours and a month in days. One rule, so that the history can say it.
 */

export interface VersionMoment {
  readonly version: number;
  readonly savedAtMs: number;
  /** Given by the user; such a version is kept until its document is deleted. */
  readonly name?: string;
}

const newestKept = 20;
const slotMs = 30 * 60_000;
const dayMs = 24 * 3_600_000;
const oldestMs = 30 * dayMs;

/** The versions to delete, in the order given. At most 20 + 49 + 31 unnamed ones stay. Moments are oldest first. */
export function versionsToDrop(
  moments: readonly VersionMoment[],
  nowMs: number,
): readonly VersionMoment[] {
  const dropped = new Set<VersionMoment>();
  const taken = new Set<string>();
  for (const [place, moment] of moments.toReversed().entries()) {
    const slot = slotOf(moment.savedAtMs, nowMs);
    const isWanted = moment.name !== undefined || place < newestKept;
    const isFirst = slot !== undefined && !taken.has(slot);
    if (!isWanted && !isFirst) dropped.add(moment);
    else if (slot !== undefined) taken.add(slot);
  }
  return moments.filter((moment) => dropped.has(moment));
}

/**
 * Slots lie in the calendar, not in ages: otherwise what is kept of a slot would never grow old enough to
 * leave it. Undefined for what is too old to be kept unnamed.
 */
function slotOf(savedAtMs: number, nowMs: number): string | undefined {
  const ageMs = nowMs - savedAtMs;
  if (ageMs < dayMs) return `slot ${Math.floor(savedAtMs / slotMs)}`;
  return ageMs < oldestMs ? `day ${Math.floor(savedAtMs / dayMs)}` : undefined;
}
