import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#core/base/fake-clock.ts';
import { createGate, type GateOptions, type Lease } from './gate.ts';

const never = new AbortController().signal;

function fill(most: number, options: Partial<GateOptions> = {}) {
  const clock = createFakeClock();
  const gate = createGate({ most, start: most, clock, jitter: () => 0.5, ...options });
  const leases = Array.from({ length: gate.width }, () => gate.tryEnter()!);
  return { clock, gate, leases };
}

describe('a gate', () => {
  it('lets in as many as it is wide', () => {
    const { gate, leases } = fill(3);
    expect(gate.tryEnter()).toBeUndefined();
    leases[0]!.end('success');
    expect(gate.tryEnter()).toBeDefined();
    expect(gate.inFlight).toBe(3);
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

  it('keeps those who were let in when others were sent away', () => {
    const { gate, leases } = fill(8);
    for (const lease of leases.slice(3)) lease.reject(undefined);
    expect([gate.width, gate.inFlight, gate.hasRoom]).toEqual([3, 3, false]);
    leases[0]!.end('success');
    expect(gate.hasRoom).toBe(true);
  });

  it('stays closed for as long as the provider asked', async () => {
    const { clock, gate, leases } = fill(2);
    expect(leases[0]!.reject(7_000)).toBe(7_000);
    await clock.advance(6_999);
    expect([gate.hasRoom, gate.closedMs]).toEqual([false, 1]);
    leases[1]!.end('success');
    await clock.advance(1);
    expect(gate.hasRoom).toBe(true);
  });

  it('opens when the clock was set back', () => {
    let nowMs = 1_000_000;
    const clock = { sleep: () => Promise.resolve(), now: () => nowMs };
    const gate = createGate({ most: 1, clock, jitter: () => 0.5 });
    gate.tryEnter()!.reject(7_000);
    expect(gate.hasRoom).toBe(false);
    nowMs = 0;
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
    for (const lease of leases) lease.reject(10);
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

  it('lets no more leave in a minute than the user’s account may send', async () => {
    const { clock, gate, leases } = fill(5, { requestsPerMinute: 5 });
    for (const lease of leases) lease.end('success');
    expect([gate.hasRoom, gate.closedMs]).toEqual([false, 60_000]);
    expect(await clock.runUntil(gate.enter(never))).toBeDefined();
    expect(clock.now()).toBe(60_000);
  });

  it('lets no more tokens leave in a minute', async () => {
    const { clock, gate } = fill(5, { tokensPerMinute: 1_000 });
    await gate.spend(600, never);
    await clock.runUntil(gate.spend(600, never));
    expect(clock.now()).toBe(60_000);
  });

  it('asks a failing endpoint by one request at a time, less and less often', async () => {
    const { clock, gate, leases } = fill(8);
    for (const lease of leases) lease.fail();
    expect(gate.width).toBe(1);
    const waits = [gate.closedMs];
    for (let probe = 0; probe < 3; probe += 1) {
      await clock.advance(gate.closedMs);
      gate.tryEnter()!.fail();
      waits.push(gate.closedMs);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    expect(gate.outageMs).toBe(3_500);
  });

  it('knows of no outage before five requests in a row have failed', () => {
    const { gate, leases } = fill(8);
    for (const lease of leases.slice(0, 4)) lease.fail();
    leases[4]!.end('success');
    leases[5]!.fail();
    expect([gate.outageMs, gate.width]).toEqual([0, 8]);
  });

  it('opens again with the first answer', async () => {
    const { clock, gate, leases } = fill(8);
    for (const lease of leases) lease.fail();
    await clock.advance(gate.closedMs);
    gate.tryEnter()!.end('success');
    expect([gate.outageMs, gate.width]).toEqual([0, 2]);
  });

  it('is never wider than it may be, never narrower than one, and never loses a place', () => {
    const step = fc.record({
      how: fc.constantFrom('enter', 'success', 'unknown', 'reject', 'fail', 'probe'),
      which: fc.nat(100),
    });
    const property = fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step), (most, steps) => {
      const gate = createGate({ most, clock: createFakeClock(), jitter: () => 0.5 });
      const open: Lease[] = [];
      for (const { how, which } of steps) {
        if (how === 'probe') gate.probe();
        else if (how === 'enter') {
          const lease = gate.tryEnter();
          if (lease !== undefined) open.push(lease);
        } else {
          const [lease] = open.splice(which % Math.max(1, open.length), 1);
          if (how === 'reject') lease?.reject(which % 2 === 0 ? undefined : which);
          else if (how === 'fail') lease?.fail();
          else lease?.end(how);
        }
        expect(gate.inFlight).toBe(open.length);
        expect(gate.inFlight).toBeLessThanOrEqual(most);
        expect(gate.width).toBeGreaterThanOrEqual(1);
        expect(gate.width).toBeLessThanOrEqual(most);
      }
    });
    fc.assert(property);
  });
});
