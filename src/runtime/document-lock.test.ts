import { describe, expect, it } from 'vitest';
import { createDocumentLock } from './document-lock.ts';
import { createFakeLocks } from './testing/fake-locks.ts';

function setUp() {
  const locks = createFakeLocks();
  const tabOf = () => {
    const told: string[] = [];
    const lock = createDocumentLock(locks, {
      onElsewhere: (id) => told.push(`elsewhere ${id}`),
      onFree: (id) => told.push(`free ${id}`),
    });
    return { ...lock, told };
  };
  return { locks, first: tabOf(), second: tabOf() };
}

/** Lets everything that is due happen. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a document that two tabs open', () => {
  it('belongs to the first, and the second is told', async () => {
    const { first, second } = setUp();
    await first.hold('d');
    await second.hold('d');
    expect(first.told).toEqual([]);
    expect(second.told).toEqual(['elsewhere d']);
  });

  it('can be taken over, and then the first is told', async () => {
    const { first, second } = setUp();
    await first.hold('d');
    await second.hold('d');
    await second.hold('d', { steal: true });
    await settled();
    expect(first.told).toEqual(['elsewhere d']);
  });

  it('comes to the second when the first opens another one', async () => {
    const { first, second, locks } = setUp();
    await first.hold('d');
    await second.hold('d');
    await first.hold('e');
    await settled();
    expect(second.told).toEqual(['elsewhere d', 'free d']);
    expect(locks.held().toSorted()).toEqual(['rowsmith:document:d', 'rowsmith:document:e']);
  });

  it('is not waited for by a tab that has gone on to another', async () => {
    const { first, second } = setUp();
    await first.hold('d');
    await second.hold('d');
    await second.hold('e');
    await first.hold('f');
    await settled();
    expect(second.told).toEqual(['elsewhere d']);
  });
});

describe('a browser without locks', () => {
  it('tells nobody', async () => {
    const told: string[] = [];
    const lock = createDocumentLock(undefined, {
      onElsewhere: (id) => told.push(id),
      onFree: (id) => told.push(id),
    });
    await lock.hold('d');
    expect(told).toEqual([]);
  });
});
