import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlidingMinute } from './sliding-minute.ts';

describe('a minute', () => {
  it('takes what fits, and names the wait until the next fits', () => {
    const minute = new SlidingMinute(2);
    minute.add(1, 0);
    minute.add(1, 10_000);
    expect(minute.waitMs(1, 20_000)).toBe(40_000);
    expect(minute.waitMs(1, 60_000)).toBe(0);
  });

  it('takes more than a minute’s worth once nothing else was sent', () => {
    const minute = new SlidingMinute(100);
    expect(minute.waitMs(500, 0)).toBe(0);
    minute.add(500, 0);
    expect(minute.waitMs(1, 1_000)).toBe(59_000);
  });

  it('counts what was sent for what it turned out to be', () => {
    const minute = new SlidingMinute(100);
    const sent = minute.add(90, 0);
    expect(minute.waitMs(50, 0)).toBe(60_000);
    sent.amount = 40;
    expect(minute.waitMs(50, 0)).toBe(0);
  });

  it('does not wait for the past when the clock was set back', () => {
    const minute = new SlidingMinute(1);
    minute.add(1, 1_000_000_000);
    expect(minute.waitMs(1, 0)).toBe(0);
  });

  it('never lets more than its worth leave in any sixty seconds', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.record({ gapMs: fc.nat(20_000), amount: fc.integer({ min: 1, max: 5 }) })),
      (most, wishes) => {
        const minute = new SlidingMinute(most);
        const sent: { readonly atMs: number; readonly amount: number }[] = [];
        let nowMs = 0;
        for (const { gapMs, amount } of wishes) {
          nowMs += gapMs;
          nowMs += minute.waitMs(amount, nowMs);
          minute.add(amount, nowMs);
          sent.push({ atMs: nowMs, amount });
        }
        for (const { atMs } of sent) {
          const within = sent.filter((other) => other.atMs > atMs - 60_000 && other.atMs <= atMs);
          const sum = within.reduce((total, { amount }) => total + amount, 0);
          expect(within.length === 1 || sum <= most).toBe(true);
        }
      },
    );
    fc.assert(property);
  });
});
