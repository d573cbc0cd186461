import { describe, expect, it } from 'vitest';
import { designSchema } from '#core/design/design-schema.ts';
import { findProvider } from '#core/llm/providers.ts';
import { batchRequests } from './batch-requests.ts';
import { createDataset } from './dataset.ts';

function createShop() {
  const created = createDataset(
    designSchema.parse({
      version: 1,
      rows: 7,
      models: [
        { alias: 'writer', provider: 'openai', model: 'small', temperature: 0.4 },
        { alias: 'judge', provider: 'anthropic', model: 'large' },
      ],
      columns: [
        { id: 'title', name: 'title', fill: { kind: 'generated', call: 'titles' } },
        { id: 'story', name: 'story', fill: { kind: 'generated', call: 'stories' } },
      ],
      calls: [
        { id: 'titles', name: 'titles', model: 'writer', rowsPerRequest: 3, delivery: 'csv' },
        {
          ...{ id: 'stories', name: 'stories', model: 'judge', rowsPerRequest: 2 },
          messages: [{ role: 'user', content: 'A story about {{ title }}.' }],
        },
      ],
    }),
  );
  if (!created.ok) throw new Error('The design is sound.');
  return created.value;
}

const modelOf = ({ provider, model }: { readonly provider: string; readonly model: string }) => ({
  provider: findProvider(provider)!,
  modelName: model,
});

interface Line {
  readonly custom_id: string;
  readonly body: Record<string, unknown>;
}

describe('the requests of a batch', () => {
  it('are those that a run would send now; rows that wait for another call are counted', () => {
    const { files, waitingRows, problems } = batchRequests(createShop(), 7, modelOf);
    expect(files).toMatchObject([{ alias: 'writer', ending: 'jsonl', requests: 3, rows: 7 }]);
    expect(waitingRows).toBe(7);
    expect(problems).toEqual([]);
    const lines = files[0]!.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(new Set(lines.map(({ custom_id }) => custom_id)).size).toBe(3);
    for (const { custom_id } of lines) expect(custom_id).toMatch(/^[\w-]{1,64}$/);
    expect(lines[0]!.body).toMatchObject({ model: 'small', temperature: 0.4 });
    expect(lines[0]!.body).not.toHaveProperty('response_format');
    expect(JSON.stringify(lines[0]!.body)).toContain('Answer with the CSV of all 3 rows');
  });

  it('leave out what is done and take what it was waited for', () => {
    const shop = createShop();
    shop.plan(7);
    shop.commit(
      'titles',
      [0, 1, 2, 3].map((row) => ({ row, cells: { title: `Lamp ${row}` } })),
    );
    const { files, waitingRows } = batchRequests(shop, 7, modelOf);
    expect(files.map(({ alias, rows }) => [alias, rows])).toEqual([
      ['writer', 3],
      ['judge', 4],
    ]);
    expect(files[1]!.text).toContain('A story about Lamp 3.');
    expect(waitingRows).toBe(3);
  });

  it('say which model is not ready', () => {
    const { files, problems } = batchRequests(createShop(), 7, () => undefined);
    expect(files).toEqual([]);
    expect(problems).toEqual(['The model “writer” is not set up.']);
  });
});
