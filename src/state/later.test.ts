import { describe, expect, it, vi } from 'vitest';
import { later } from './later.ts';

interface Lamps {
  light(name: string): Promise<string>;
  count(): Promise<number>;
}

function createLamps(): Lamps {
  let lit = 0;
  return {
    light(name) {
      lit += 1;
      return Promise.resolve(`${name} is lit`);
    },
    count: () => Promise.resolve(lit),
  };
}

describe('later', () => {
  it('loads nothing before something is asked for, and then once', async () => {
    const load = vi.fn(() => Promise.resolve(createLamps()));
    const lamps = later(load, ['light', 'count']);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([lamps.light('a'), lamps.light('b')])).toEqual([
      'a is lit',
      'b is lit',
    ]);
    expect(await lamps.count()).toBe(2);
    expect(load).toHaveBeenCalledOnce();
  });

  it('fails as the action does, and asks for the code again after it could not be loaded', async () => {
    const load = vi
      .fn(() => Promise.resolve(createLamps()))
      .mockRejectedValueOnce(new Error('offline'));
    const lamps = later(load, ['count']);
    await expect(lamps.count()).rejects.toThrow('offline');
    expect(await lamps.count()).toBe(0);
  });
});
