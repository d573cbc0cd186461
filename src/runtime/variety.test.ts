import { describe, expect, it } from 'vitest';
import { runVariety, type VarietyRun } from '#core/engine/testing/variety-run.ts';

const seeds = [1, 2, 3, 4, 5, 6];
const off = { avoidRecent: 0, askAgain: 0 };
const shownOnly = { avoidRecent: 100, askAgain: 0 };
/** Likes few of 200 names best and passes over nine of ten taken ones. */
const peaked = { poolSize: 200, exponent: 1.8, honour: 0.9, cellCount: 1, cellHonour: 0.95 };

async function meanDistinct(run: Omit<VarietyRun, 'model'>): Promise<number> {
  let distinct = 0;
  for (const seed of seeds) {
    const { names } = await runVariety({ ...run, model: { ...peaked, seed } });
    distinct += new Set(names).size;
  }
  return distinct / seeds.length;
}

const ten = { rowCount: 10, concurrency: 1, unique: false };

describe('ten names from a model that likes few', () => {
  it('differ more in one request, or in five that show what came before, than in five that do not', async () => {
    const oneRequest = await meanDistinct({ ...ten, rowsPerRequest: 10, variety: off });
    const withMemory = await meanDistinct({ ...ten, rowsPerRequest: 2, variety: shownOnly });
    const without = await meanDistinct({ ...ten, rowsPerRequest: 2, variety: off });
    expect(withMemory).toBeGreaterThan(without + 1.5);
    expect(oneRequest).toBeGreaterThan(without + 1.5);
  });

  it('are ten different ones under a unique rule, parallel requests included', async () => {
    const run = { rowCount: 10, rowsPerRequest: 2, concurrency: 5, unique: true, variety: {} };
    expect(await meanDistinct(run)).toBe(10);
  });
});

describe('a hundred names with twenty attributes', () => {
  it('are all different after about four rounds, however well the model minds the list', async () => {
    for (const honour of [0.5, 0.7, 0.9]) {
      const { names, rounds } = await runVariety({
        rowCount: 100,
        rowsPerRequest: 10,
        concurrency: 10,
        unique: true,
        variety: {},
        model: { ...peaked, honour, cellCount: 20, seed: 3 },
      });
      expect(new Set(names).size).toBe(100);
      expect(rounds).toBeLessThanOrEqual(5);
    }
  });
});
