import { describe, expect, it } from 'vitest';
import { mapLayout, mapNode } from './map-layout.ts';

const reads = (entries: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(entries).map(([id, read]) => [id, new Set(read)]));

function topOf(layout: ReturnType<typeof mapLayout>, id: string): number {
  return layout.nodes.find((node) => node.id === id)?.top ?? -1;
}

describe('mapLayout', () => {
  it('puts a column below everything it reads, also through others', () => {
    const layout = mapLayout(reads({ title: ['price', 'size'], price: ['size'], size: [] }), 400);
    expect(topOf(layout, 'size')).toBe(0);
    expect(topOf(layout, 'price')).toBeGreaterThan(topOf(layout, 'size'));
    expect(topOf(layout, 'title')).toBeGreaterThan(topOf(layout, 'price'));
    expect(layout.edges).toContainEqual({ from: 'size', to: 'title' });
  });

  it('wraps what does not fit, inside the width and without overlap', () => {
    const ids = Array.from({ length: 7 }, (_, index) => `c${index}`);
    const layout = mapLayout(reads(Object.fromEntries(ids.map((id) => [id, []]))), 300);
    expect(layout.nodes).toHaveLength(7);
    for (const { left } of layout.nodes) expect(left + mapNode.width).toBeLessThanOrEqual(300);
    const places = new Set(layout.nodes.map(({ left, top }) => `${left} ${top}`));
    expect(places.size).toBe(7);
    expect(layout.height).toBeGreaterThan(2 * mapNode.height);
  });

  it('shows the columns of a circle, and none that reads itself as reading', () => {
    const layout = mapLayout(reads({ a: ['b'], b: ['a'], c: ['c'] }), 400);
    expect(layout.nodes.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    expect(layout.edges).toEqual([
      { from: 'b', to: 'a' },
      { from: 'a', to: 'b' },
    ]);
  });
});
