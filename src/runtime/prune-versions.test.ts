import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionsToDrop, type VersionMoment } from './prune-versions.ts';

const hourMs = 3_600_000;
const nowMs = 100 * 24 * hourMs;

/** One version at each age, oldest first. */
function saved(...agesMs: readonly number[]): readonly VersionMoment[] {
  return agesMs
    .toSorted((a, b) => b - a)
    .map((ageMs, index) => ({ version: index + 1, savedAtMs: nowMs - ageMs }));
}

const ages = fc.array(fc.integer({ min: 0, max: 60 * 24 * hourMs }), { maxLength: 300 });

describe('the versions that are kept', () => {
  it('are the newest twenty, however close together', () => {
    const moments = saved(...Array.from({ length: 50 }, (_, index) => index));
    expect(versionsToDrop(moments, nowMs).map(({ version }) => version)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it('are one for each half hour of a day and one for each day of a month', () => {
    const every = Array.from({ length: 60 * 24 }, (_, index) => index * hourMs);
    const dropped = new Set(versionsToDrop(saved(...every), nowMs));
    const kept = saved(...every).filter(
      ({ version }) => ![...dropped].some((moment) => moment.version === version),
    );
    // Every hour of the first day, then every day: 24 and 30.
    expect(kept).toHaveLength(24 + 30);
  });

  it('reach back for days when somebody works all day', () => {
    let kept: readonly VersionMoment[] = [];
    for (let minute = 0; minute < 3 * 24 * 60; minute += 10) {
      const savedAtMs = nowMs + minute * 60_000;
      const all = [...kept, { version: minute + 1, savedAtMs }];
      const dropped = new Set(versionsToDrop(all, savedAtMs));
      kept = all.filter((moment) => !dropped.has(moment));
    }
    const days = new Set(kept.map(({ savedAtMs }) => Math.floor(savedAtMs / (24 * hourMs))));
    expect(days.size).toBe(3);
  });

  it('are all that have a name, whatever their age', () => {
    const moments = saved(59 * 24 * hourMs, 1, 2).map((moment) => ({ ...moment, name: 'Mine' }));
    expect(versionsToDrop(moments, nowMs)).toEqual([]);
  });

  it('are at most 100 without a name, with the newest among them, and stay when asked again', () => {
    fc.assert(
      fc.property(ages, (drawn) => {
        const moments = saved(...drawn);
        const dropped = new Set(versionsToDrop(moments, nowMs));
        const kept = moments.filter((moment) => !dropped.has(moment));
        expect(kept.length).toBeLessThanOrEqual(100);
        expect(kept.at(-1)).toEqual(moments.at(-1));
        expect(versionsToDrop(kept, nowMs)).toEqual([]);
      }),
    );
  });
});
