import { describe, expect, it } from 'vitest';
import { createOfferQueue } from './offer-queue.ts';

function setUp() {
  const offered: (readonly number[])[] = [];
  const answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const queue = createOfferQueue<number>((rows) => {
    offered.push(rows);
    return new Promise((resolve, reject) => answers.push({ resolve, reject }));
  });
  return { offered, answers, queue };
}

const turn = () => new Promise(setImmediate);

describe('rows on their way to the dataset', () => {
  it('go at once, and together while others are on their way', async () => {
    const { offered, answers, queue } = setUp();
    queue.push([]);
    queue.push([1]);
    queue.push([2]);
    queue.push([3, 4]);
    expect(offered).toEqual([[1]]);
    answers[0]!.resolve();
    await turn();
    expect(offered).toEqual([[1], [2, 3, 4]]);
    const end = queue.settled();
    answers[1]!.resolve();
    await end;
    queue.push([5]);
    expect(offered).toHaveLength(3);
  });

  it('stop at the first error, which the end tells', async () => {
    const { offered, answers, queue } = setUp();
    queue.push([1]);
    queue.push([2]);
    answers[0]!.reject(new Error('The worker died.'));
    await turn();
    queue.push([3]);
    await expect(queue.settled()).rejects.toThrow('The worker died.');
    expect(offered).toEqual([[1]]);
  });
});
