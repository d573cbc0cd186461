import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createGate, type Lease } from './gate.ts';

const never = new AbortController().signal;

function fill(width: number) {
  const clock = createFakeClock();
  const gate = createGate(width, clock);
  const leases = Array.from({ length: width }, () => gate.tryEnter()!);
  return { clock, gate, leases };
}

describe('a gate', () => {
  it('lets in as many as it is wide', () => {
    const { gate, leases } = fill(3);
    expect(gate.tryEnter()).toBeUndefined();
    leases[0]!.end('success');
    expect(gate.tryEnter()).toBeDefined();
  });

  it('counts the end of a lease once', () => {
    const { gate, leases } = fill(2);
    leases[0]!.end('success');
    leases[0]!.end('success');
    expect([gate.tryEnter(), gate.tryEnter()].map((lease) => lease !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  it('halves once for all requests that left before the provider spoke', () => {
    const { gate, leases } = fill(8);
    for (const lease of leases) lease.throttle(0);
    expect(gate.width).toBe(4);
  });

  it('halves again for a request that left after', () => {
    const { gate, leases } = fill(8);
    for (const lease of leases) lease.throttle(0);
    gate.tryEnter()!.throttle(0);
    expect(gate.width).toBe(2);
  });

  it('never closes for good', () => {
    const { gate, leases } = fill(1);
    leases[0]!.throttle(0);
    expect(gate.width).toBe(1);
  });

  it('grows by one for each eight successes, up to its first width', () => {
    const { gate, leases } = fill(4);
    for (const lease of leases) lease.throttle(0);
    const widths = Array.from({ length: 24 }, () => {
      gate.tryEnter()!.end('success');
      return gate.width;
    });
    expect([widths[6], widths[7], widths[15], widths[23]]).toEqual([2, 3, 4, 4]);
  });

  it('stays closed for as long as the provider asked', async () => {
    const { clock, gate, leases } = fill(2);
    leases[0]!.throttle(5_000);
    await clock.advance(4_999);
    expect(gate.hasRoom).toBe(false);
    leases[1]!.end('success');
    await clock.advance(1);
    expect(gate.hasRoom).toBe(true);
  });

  it('lets those who wait in line go before newcomers', async () => {
    const { gate, leases } = fill(1);
    const waiting = gate.enter(never);
    leases[0]!.end('success');
    expect(gate.tryEnter()).toBeUndefined();
    expect(await waiting).toBeDefined();
  });

  it('lets the whole line in, one after the other', async () => {
    const { gate, leases, clock } = fill(2);
    const order: number[] = [];
    const enter = async (number: number): Promise<void> => {
      const lease: Lease = await gate.enter(never);
      order.push(number);
      await clock.sleep(1);
      lease.end('success');
    };
    const all = Promise.all([0, 1, 2, 3, 4].map(enter));
    for (const lease of leases) lease.throttle(10);
    await clock.runUntil(all);
    expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(clock.pendingSleeps).toBe(0);
  });

  it('gives up a place in line when aborted, and leaves it to the next', async () => {
    const { gate, leases } = fill(1);
    const leave = new AbortController();
    const gone = gate.enter(leave.signal);
    const next = gate.enter(never);
    leave.abort();
    await expect(gone).rejects.toThrow();
    leases[0]!.end('success');
    expect(await next).toBeDefined();
  });
});
