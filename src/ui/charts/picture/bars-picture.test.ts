import { describe, expect, it } from 'vitest';
import { barsPicture, type BarsView } from './bars-picture.ts';
import type { Picture } from './picture.ts';

const size = { width: 200, height: 96 };
const view: BarsView = { start: 32, binWidth: 10, counts: [1, 4, 2], axis: { label: 'size' } };

function textsOf({ shapes }: Picture) {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [{ text: shape.text, x: shape.x, anchor: shape.anchor }] : [],
  );
}

describe('barsPicture', () => {
  it('has round ticks below its bars', () => {
    expect(textsOf(barsPicture(view, size)).map(({ text }) => text)).toEqual(['40', '60']);
  });

  it('has the least and the greatest value at its ends where they are given', () => {
    const picture = barsPicture({ ...view, ends: ['32 in', '61 in'] }, size);
    expect(textsOf(picture)).toEqual([
      { text: '32 in', x: 0, anchor: 'start' },
      { text: '61 in', x: 200, anchor: 'end' },
    ]);
    expect(picture.points.map(({ x }) => Math.round(x))).toEqual([33, 100, 167]);
  });

  it('says one value once', () => {
    const one = { ...view, binWidth: 0, counts: [7], ends: ['5', '5'] as const };
    expect(textsOf(barsPicture(one, size)).map(({ text }) => text)).toEqual(['5']);
  });
});
