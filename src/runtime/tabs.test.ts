// Several tabs on the same design and the same run, in any order of steps (D8 of the durability tests).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocumentStorage } from './document-storage.ts';
import { acquireRunLock, type RunLock } from './run-lock.ts';
import { createFakeLocks } from './testing/fake-locks.ts';
import { openEmptyDatabase } from './testing/memory-database.ts';

const tabs = fc.constantFrom(2, 5);
const steps = <Step>(step: fc.Arbitrary<Step>) =>
  fc.array(step, { minLength: 200, maxLength: 200 });

describe('tabs that edit the same design', () => {
  const step = fc.record({ tab: fc.nat(4), kind: fc.constantFrom('save', 'save both', 'load') });

  it('never overwrite what another has saved: each save stands on the one before, or is a copy', async () => {
    await fc.assert(
      fc.asyncProperty(tabs, steps(step), async (count, taken) => {
        const database = await openEmptyDatabase();
        const storage = createDocumentStorage(database);
        const known = Array.from({ length: 5 }, () => 0);
        const saved: string[] = [];
        let edits = 0;
        const save = async (tab: number): Promise<void> => {
          const text = `edit ${(edits += 1)} of tab ${tab}`;
          const baseVersion = known[tab] ?? 0;
          const design = { text, base: saved[baseVersion - 1] ?? '' };
          const request = { documentId: 'd', name: 'D', baseVersion, design, savedAtMs: edits };
          const answer = await storage.save(request);
          if (answer.kind === 'conflict') {
            expect(answer.currentVersion).toBeGreaterThan(baseVersion);
            return;
          }
          saved[answer.version - 1] = text;
          known[tab] = answer.version;
        };
        for (const { tab: any, kind } of taken) {
          const tab = any % count;
          if (kind === 'load') known[tab] = (await storage.load('d'))?.version ?? 0;
          else
            await Promise.all(kind === 'save' ? [save(tab)] : [save(tab), save((tab + 1) % count)]);
        }
        const versions = await database.getAll('versions');
        for (const { version, design } of versions)
          expect(design).toMatchObject({
            text: saved[version - 1],
            base: saved[version - 2] ?? '',
          });
        expect(versions).toHaveLength(Math.min(20, saved.length));
        database.close();
      }),
      { numRuns: 5 },
    );
  }, 30_000);
});

describe('tabs that write the same run', () => {
  const step = fc.record({
    tab: fc.nat(4),
    kind: fc.constantFrom('resume', 'continue here', 'stop'),
  });

  it('are one at a time, and the robbed one is told', async () => {
    await fc.assert(
      fc.asyncProperty(tabs, steps(step), async (count, taken) => {
        const locks = createFakeLocks();
        const held = new Map<number, RunLock>();
        let robbed = 0;
        for (const { tab: any, kind } of taken) {
          const tab = any % count;
          if (kind === 'stop') {
            held.get(tab)?.release();
            held.delete(tab);
            await new Promise(setImmediate);
          } else if (!held.has(tab)) {
            const onStolen = (): void => {
              robbed += 1;
              held.delete(tab);
            };
            const steal = kind === 'continue here';
            const before = held.size;
            const lock = await acquireRunLock(locks, { runId: 'r', steal, onStolen });
            await new Promise(setImmediate);
            expect(lock === undefined).toBe(before > 0 && !steal);
            if (lock !== undefined) held.set(tab, lock);
          }
          expect(held.size).toBeLessThanOrEqual(1);
          expect(locks.held()).toHaveLength(held.size);
        }
        expect(robbed).toBeLessThanOrEqual(taken.length);
      }),
      { numRuns: 10 },
    );
  }, 30_000);
});
