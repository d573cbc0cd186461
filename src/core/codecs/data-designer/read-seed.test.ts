import { describe, expect, it } from 'vitest';
import { openConfig } from './testing/open-config.ts';

describe('seed data', () => {
  it('give a column for each name that is read and not defined', () => {
    const { design } = openConfig({
      columns: [
        {
          name: 'note',
          column_type: 'llm-text',
          model_alias: 'm',
          prompt: '{{ street }} {{ note__trace }}',
        },
      ],
      seed_config: {
        source: { seed_type: 'local', path: 'data/streets.csv' },
        sampling_strategy: 'shuffle',
      },
    });
    expect(design.sources).toMatchObject([
      { name: 'streets', kind: 'file', path: 'data/streets.csv', order: 'shuffle' },
    ]);
    expect(design.columns.map(({ name, fill }) => [name, fill.kind])).toEqual([
      ['note', 'generated'],
      ['street', 'source'],
    ]);
  });
});
