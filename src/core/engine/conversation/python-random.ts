/**
 * Python's `random.Random(seed).sample`, so that what Oumi draws with a seed is drawn here too: the
 * Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded and sampled as CPython does it.
 */

const size = 624;
const shift = 397;

interface Twister {
  readonly state: Uint32Array;
  at: number;
}

function seeded(start: number): Twister {
  const state = new Uint32Array(size);
  state[0] = start;
  for (let index = 1; index < size; index += 1) {
    const before = state[index - 1] ?? 0;
    state[index] = Math.imul(1812433253, before ^ (before >>> 30)) + index;
  }
  return { state, at: size };
}

/** CPython takes the absolute value of the seed, in words of 32 bits. */
function createTwister(seed: number): Twister {
  const value = BigInt(Math.abs(Math.trunc(seed)));
  const keys: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) keys.push(Number(rest & 0xffffffffn));
  if (keys.length === 0) keys.push(0);
  const twister = seeded(19650218);
  const { state } = twister;
  let place = 1;
  const step = (multiplier: number, added: number): void => {
    const before = state[place - 1] ?? 0;
    state[place] = ((state[place] ?? 0) ^ Math.imul(before ^ (before >>> 30), multiplier)) + added;
    place += 1;
    if (place < size) return;
    state[0] = state[size - 1] ?? 0;
    place = 1;
  };
  for (let count = 0; count < Math.max(size, keys.length); count += 1) {
    const key = count % keys.length;
    step(1664525, (keys[key] ?? 0) + key);
  }
  for (let count = 1; count < size; count += 1) step(1566083941, -place);
  state[0] = 0x80000000;
  return twister;
}

function nextWord(twister: Twister): number {
  const { state } = twister;
  if (twister.at >= size) {
    for (let index = 0; index < size; index += 1) {
      const mixed =
        ((state[index] ?? 0) & 0x80000000) | ((state[(index + 1) % size] ?? 0) & 0x7fffffff);
      const twisted = (state[(index + shift) % size] ?? 0) ^ (mixed >>> 1);
      state[index] = mixed & 1 ? twisted ^ 0x9908b0df : twisted;
    }
    twister.at = 0;
  }
  let word = state[twister.at] ?? 0;
  twister.at += 1;
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return (word ^ (word >>> 18)) >>> 0;
}

function below(twister: Twister, bound: number): number {
  const bits = 32 - Math.clz32(bound);
  let drawn = nextWord(twister) >>> (32 - bits);
  while (drawn >= bound) drawn = nextWord(twister) >>> (32 - bits);
  return drawn;
}

/** Places in a pool of `poolSize`, as `Random(seed).sample(range(poolSize), count)`; `count` is at most the size. */
export function pythonSample(seed: number, poolSize: number, count: number): readonly number[] {
  const twister = createTwister(seed);
  const setSize = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
  if (poolSize <= setSize) {
    const pool = Array.from({ length: poolSize }, (_, index) => index);
    return Array.from({ length: count }, (_, taken) => {
      const place = below(twister, poolSize - taken);
      const picked = pool[place] ?? 0;
      pool[place] = pool[poolSize - taken - 1] ?? 0;
      return picked;
    });
  }
  const selected = new Set<number>();
  while (selected.size < count) selected.add(below(twister, poolSize));
  return [...selected];
}
