import { describe, expect, it, vi } from 'vitest';
import { createTestWorkbench } from './testing/test-workbench.ts';
import { createPriceBook } from './price-book.ts';
import { smallDesign } from './testing/small-design.ts';
import type { WorkbenchContext } from './workbench-context.ts';

const paid = smallDesign({ models: [{ alias: 'writer', provider: 'openai', model: 'm' }] });
const table = {
  asOf: '2026-01-01',
  find: () => ({ inputPerMillion: 1, outputPerMillion: 2 }),
};

function setUp(loadPrices = vi.fn(() => Promise.resolve(table))) {
  const { stores } = createTestWorkbench(smallDesign());
  const context = { stores, host: { loadPrices } } as unknown as WorkbenchContext;
  return { book: createPriceBook(context), stores, loadPrices };
}

describe('the price book', () => {
  it('does not load the table for models that are free', async () => {
    const { book, loadPrices } = setUp();
    await book.prepare(smallDesign());
    expect(loadPrices).not.toHaveBeenCalled();
    expect(book.priceOf({ provider: 'demo', model: '' })).toEqual({ kind: 'free' });
  });

  it('loads the table once, when a model may cost something', async () => {
    const { book, loadPrices } = setUp();
    expect(book.priceOf({ provider: 'openai', model: 'm' })).toEqual({ kind: 'unknown' });
    await Promise.all([book.prepare(paid), book.prepare(paid)]);
    expect(loadPrices).toHaveBeenCalledOnce();
    expect(book.priceOf({ provider: 'openai', model: 'm' })).toMatchObject({ source: 'table' });
  });

  it('prefers the price that the user has entered', async () => {
    const { book, stores } = setUp();
    await book.prepare(paid);
    const own = { inputPerMillion: 7, outputPerMillion: 8 };
    stores.settings.getState().actions.update({ prices: { 'openai m': own } });
    expect(book.priceOf({ provider: 'openai', model: 'm' })).toMatchObject({
      source: 'own',
      price: own,
    });
  });

  it('leaves prices unknown when the table cannot be fetched, and asks again', async () => {
    const loadPrices = vi.fn(() => Promise.reject<typeof table>(new TypeError('offline')));
    const { book } = setUp(loadPrices);
    await book.prepare(paid);
    await book.prepare(paid);
    expect(loadPrices).toHaveBeenCalledTimes(2);
    expect(book.priceOf({ provider: 'openai', model: 'm' })).toEqual({ kind: 'unknown' });
  });
});
