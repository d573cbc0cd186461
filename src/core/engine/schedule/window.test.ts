import { describe, expect, it } from 'vitest';
import { AdaptiveWindow } from './window.ts';

function succeedAll(window: AdaptiveWindow, times: number): void {
  for (let time = 0; time < times; time += 1) window.succeed(window.epoch, true);
}

/** All of these left before the first rejection was heard of. */
function rejectBurst(window: AdaptiveWindow, open: number, kept: number): number {
  const { epoch } = window;
  let waitMs = 0;
  for (let inFlight = open - 1; inFlight >= kept; inFlight -= 1)
    waitMs += window.reject(epoch, { hintMs: undefined, inFlight, jitter: 0.5 });
  return waitMs;
}

function rejectNext(window: AdaptiveWindow, inFlight: number, hintMs?: number): number {
  return window.reject(window.epoch, { hintMs, inFlight, jitter: 0.5 });
}

describe('a window', () => {
  it('begins with a few and opens by one with each answer', () => {
    const window = new AdaptiveWindow(64);
    expect(window.width).toBe(8);
    succeedAll(window, 20);
    expect(window.width).toBe(28);
  });

  it('never opens beyond what the endpoint may have', () => {
    const window = new AdaptiveWindow(4);
    expect(window.width).toBe(4);
    succeedAll(window, 20);
    expect(window.width).toBe(4);
  });

  it('does not open while it is not used up', () => {
    const window = new AdaptiveWindow(64);
    for (let time = 0; time < 20; time += 1) window.succeed(window.epoch, false);
    expect(window.width).toBe(8);
  });

  it('falls to what the server has kept, without a wait: the next answer makes room', () => {
    const window = new AdaptiveWindow(32, 32);
    expect(rejectBurst(window, 32, 8)).toBe(0);
    expect(window.width).toBe(8);
  });

  it('then widens slowly, by a quarter for each window of answers', () => {
    const window = new AdaptiveWindow(32, 32);
    rejectBurst(window, 32, 8);
    succeedAll(window, 8 * 3);
    expect(window.width).toBe(8);
    succeedAll(window, 8 * 2);
    expect(window.width).toBe(9);
  });

  it('comes back fast to most of what the server has kept before', () => {
    const window = new AdaptiveWindow(64, 40);
    rejectBurst(window, 40, 20);
    for (let inFlight = 19; inFlight >= 0; inFlight -= 1) rejectNext(window, inFlight);
    expect(window.width).toBe(1);
    succeedAll(window, 16);
    expect(window.width).toBe(17);
  });

  it('never closes for good', () => {
    const window = new AdaptiveWindow(8);
    rejectBurst(window, 8, 0);
    expect(window.width).toBe(1);
  });

  it.for([
    ['more than five seconds, at the first rejection', 6_000, 1],
    ['exact, at the second', 350, 2],
    ['more than a second, at the second', 3_000, 2],
  ] as const)('follows a hint that is %s', ([, hintMs, rejections]) => {
    const window = new AdaptiveWindow(8);
    const waits = Array.from({ length: rejections }, () => rejectNext(window, 5, hintMs));
    expect(waits).toEqual([...Array.from({ length: rejections - 1 }, () => 0), hintMs]);
  });

  it('takes the shortest hint a header can give for proven only after eight rejections', () => {
    const window = new AdaptiveWindow(8);
    const waits = Array.from({ length: 8 }, () => rejectNext(window, 5, 1_000));
    expect(waits).toEqual([0, 0, 0, 125, 250, 500, 1_000, 1_000]);
  });

  it('pauses longer each time where no hint can be read', () => {
    const window = new AdaptiveWindow(8);
    const waits = Array.from({ length: 6 }, () => rejectNext(window, 5));
    expect(waits).toEqual([0, 0, 0, 125, 250, 500]);
  });

  it('waits as told when nothing is in flight that could make room', () => {
    expect(rejectNext(new AdaptiveWindow(1), 0, 1_000)).toBe(1_000);
    expect(rejectNext(new AdaptiveWindow(1), 0)).toBe(125);
  });

  it('counts rejections anew after an answer to a request that left after them', () => {
    const window = new AdaptiveWindow(8);
    const before = window.epoch;
    for (let time = 0; time < 3; time += 1) rejectNext(window, 5);
    window.succeed(before, true);
    expect(rejectNext(window, 5)).toBe(125);
    succeedAll(window, 1);
    expect(rejectNext(window, 5)).toBe(0);
  });

  it('probes with one request, and then returns to what went well', () => {
    const window = new AdaptiveWindow(32, 20);
    window.probe();
    expect(window.width).toBe(1);
    succeedAll(window, 16);
    expect(window.width).toBe(17);
  });

  it('remembers the widest that went well', () => {
    const window = new AdaptiveWindow(64, 40);
    rejectBurst(window, 40, 20);
    window.probe();
    expect(window.goodWidth).toBe(20);
  });
});
