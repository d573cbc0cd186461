import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import { avoidList } from './avoid-list.ts';

const columns = [
  { id: 'title', name: 'title', fill: { kind: 'generated', call: 'w' } },
  { id: 'mood', name: 'mood', fill: { kind: 'generated', call: 'w', values: ['calm', 'loud'] } },
  { id: 'stars', name: 'stars', type: 'integer', fill: { kind: 'generated', call: 'w' } },
].map((column) => columnSchema.parse(column));

function shown(titles: readonly string[]) {
  const rows = titles.map((_, row) => row);
  return avoidList({
    columns,
    rows,
    maxTokens: 600,
    read: (id, row) => (id === 'title' ? titles[row] : 'calm'),
  });
}

describe('avoidList', () => {
  it('shows free texts only, newest last', () => {
    expect(shown(['one', 'two'])).toEqual([{ title: 'one' }, { title: 'two' }]);
  });

  it('cuts long texts at a whole character', () => {
    const [entry] = shown([`${'x'.repeat(79)}😀 and more`]);
    expect(entry).toEqual({ title: `${'x'.repeat(79)}…` });
  });

  it('keeps the newest that fit into about 600 tokens', () => {
    const titles = Array.from({ length: 200 }, (_, row) => `A title of row number ${row}`);
    const list = shown(titles);
    expect(list.at(-1)).toEqual({ title: titles[199] });
    expect(list.length).toBeGreaterThan(50);
    expect(list.map((entry) => JSON.stringify(entry)).join('').length).toBeLessThanOrEqual(2_400);
  });

  it('is empty when the call writes no free text', () => {
    expect(
      avoidList({ columns: columns.slice(1), rows: [0], maxTokens: 600, read: () => 'calm' }),
    ).toEqual([]);
  });
});
