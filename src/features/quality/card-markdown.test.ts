import { describe, expect, it } from 'vitest';
import { datasetCardMarkdown, type DatasetCard } from './card-markdown.ts';

function card(changes: Partial<DatasetCard> = {}): string {
  return datasetCardMarkdown({
    design: {
      name: 'Lamp "shop"',
      brief: 'Lamps of a shop.',
      seed: 7,
      calls: [{ id: 'write', model: 'writer' }] as unknown as DatasetCard['design']['calls'],
      models: [
        { alias: 'writer', provider: 'openai', model: 'm-1', endpoint: 'https://private.example' },
      ],
    },
    rowCount: 1_000,
    day: '2026-11-28',
    figures: [{ value: '100 %', label: 'rules hold' }],
    tables: [
      { title: 'Columns', head: ['column', 'type'], rows: [['a|b', '<b>']] },
      { title: 'Rules', head: ['rule'], rows: [] },
    ],
    isDemo: false,
    ...changes,
  });
}

describe('the dataset card', () => {
  it('begins with what the Hub reads', () => {
    expect(card().split('\n').slice(0, 8)).toEqual([
      '---',
      String.raw`pretty_name: "Lamp \"shop\""`,
      'size_categories:',
      '- 1K<n<10K',
      'tags:',
      '- synthetic',
      '- rowsmith',
      '---',
    ]);
  });

  it.for([
    [0, 'n<1K'],
    [999, 'n<1K'],
    [10_000, '10K<n<100K'],
    [1_000_000, '1M<n<10M'],
  ] as const)('puts %d rows into %s', ([rowCount, size]) => {
    expect(card({ rowCount })).toContain(`- ${size}\n`);
  });

  it('keeps every text a text, in a table of its own width', () => {
    expect(card()).toContain(String.raw`| a\|b | &lt;b> |`);
    const briefs = ['[x](http://y) <img>\n# z', '# z', '1. z', '- z'];
    const lines = briefs.map((brief) => card({ design: { ...base(), brief } }).split('\n')[11]);
    expect(lines).toEqual([
      String.raw`\[x\](http://y) &lt;img> # z`,
      String.raw`\# z`,
      String.raw`1\. z`,
      String.raw`\- z`,
    ]);
  });

  it('says who wrote, without the address, and leaves empty tables out', () => {
    expect(card()).toContain('- write: m-1, openai');
    expect(card()).not.toContain('private.example');
    expect(card()).not.toContain('## Rules');
  });

  it('says so when the demo model wrote', () => {
    expect(card()).not.toContain('demo model');
    expect(card({ isDemo: true })).toContain('made by the demo model');
  });
});

function base(): DatasetCard['design'] {
  return { name: 'x', brief: '', seed: 1, calls: [], models: [] };
}
