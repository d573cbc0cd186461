import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgetOtherCanaries, hasCanaries, readCanary, writeCanary } from './canary.ts';
import { createSmallStorage } from './testing/test-tab.ts';

describe('the memory of runs in the small storage', () => {
  it('gives back the newest run of each document', () => {
    const storage = createSmallStorage();
    writeCanary(storage, 'a', { runId: 'r1', rows: 5 });
    writeCanary(storage, 'b', { runId: 'r2', rows: 7 });
    writeCanary(storage, 'a', { runId: 'r3', rows: 9 });
    expect(readCanary(storage, 'a')).toEqual({ runId: 'r3', rows: 9 });
    expect(readCanary(storage, 'b')).toEqual({ runId: 'r2', rows: 7 });
  });

  it('forgets what was deleted on purpose', () => {
    const storage = createSmallStorage();
    writeCanary(storage, 'a', { runId: 'r1', rows: 5 });
    writeCanary(storage, 'b', { runId: 'r2', rows: 5 });
    forgetOtherCanaries(storage, 'b');
    expect(readCanary(storage, 'a')).toBeUndefined();
    writeCanary(storage, 'b', undefined);
    expect(hasCanaries(storage)).toBe(false);
  });

  it('is never trusted: anything else that is stored there is ignored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const storage = createSmallStorage({ 'rowsmith:run-counts': text });
        expect(readCanary(storage, '__proto__')).toBeUndefined();
        expect(hasCanaries(storage)).toBe(false);
      }),
    );
  });

  it('does without where the storage is forbidden', () => {
    const refuse = (): never => {
      throw new DOMException('Forbidden.', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    writeCanary(storage, 'a', { runId: 'r', rows: 1 });
    expect(readCanary(storage, 'a')).toBeUndefined();
  });
});
