import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#core/llm/language-model.ts';
import { fetchDataset } from './fetch-dataset.ts';

/** Answers as the dataset viewer documents it, from a split of `total` rows. */
function viewer(total: number, splits: readonly string[] = ['train']) {
  const asked: HttpRequest[] = [];
  const send = (request: HttpRequest): Promise<Response> => {
    asked.push(request);
    const { pathname, searchParams } = new URL(request.url);
    const dataset = searchParams.get('dataset');
    if (dataset !== 'org/name') return Promise.resolve(new Response('{}', { status: 404 }));
    if (pathname === '/splits')
      return Promise.resolve(
        Response.json({ splits: splits.map((split) => ({ dataset, config: 'default', split })) }),
      );
    const offset = Number(searchParams.get('offset'));
    const count = Math.min(Number(searchParams.get('length')), total - offset);
    const rows = Array.from({ length: count }, (_, at) => ({
      row_idx: offset + at,
      row: { n: offset + at },
      truncated_cells: [],
    }));
    return Promise.resolve(Response.json({ rows, num_rows_total: total }));
  };
  return { asked, send };
}

const wish = { dataset: 'org/name', rowCount: 250 };

describe('fetchDataset', () => {
  it('asks page by page for as many rows as are wanted', async () => {
    const { asked, send } = viewer(1_000);
    const answer = await fetchDataset(wish, send);
    expect(answer).toMatchObject({ ok: true, value: { total: 1_000 } });
    expect(answer.ok && answer.value.rows.map(({ n }) => n)).toEqual([...Array(250).keys()]);
    expect(asked).toHaveLength(4);
  });

  it('stops at the end of the split', async () => {
    const { send } = viewer(120);
    const answer = await fetchDataset(wish, send);
    expect(answer.ok && answer.value.rows).toHaveLength(120);
  });

  it('goes to one host, without a key', async () => {
    const { asked, send } = viewer(1);
    await fetchDataset(wish, send);
    for (const { url, credential, method } of asked) {
      expect(new URL(url).origin).toBe('https://datasets-server.huggingface.co');
      expect(method).toBe('GET');
      expect(credential).toBeUndefined();
    }
  });

  it('asks for a choice between splits, and takes the named one', async () => {
    const { send } = viewer(1, ['train', 'test']);
    expect(await fetchDataset(wish, send)).toMatchObject({
      ok: false,
      error: expect.stringContaining('train, test'),
    });
    expect(await fetchDataset({ ...wish, split: 'test' }, send)).toMatchObject({ ok: true });
  });

  it('says that a dataset is not public, and that the host is out of reach', async () => {
    const { send } = viewer(1);
    expect(await fetchDataset({ ...wish, dataset: 'org/none' }, send)).toMatchObject({
      error: expect.stringContaining('not public'),
    });
    const cut = () => Promise.reject(new TypeError('fetch failed'));
    expect(await fetchDataset(wish, cut)).toMatchObject({
      error: expect.stringContaining('could not be reached'),
    });
  });
});
