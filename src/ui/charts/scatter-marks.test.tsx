import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ScatterMarks } from './scatter-marks.tsx';
import type { ScatterPoint } from './scatter-view.ts';

const place = { x: (value: number) => value * 10, y: (value: number) => 100 - value };

function drawnPaths(points: readonly ScatterPoint[]): readonly string[] {
  const { container } = render(
    <svg>
      <ScatterMarks points={points} place={place} />
    </svg>,
  );
  for (const path of container.querySelectorAll('path')) {
    // Either would make it a layer of its own, which the browser sorts in every frame.
    expect(path.hasAttribute('opacity')).toBe(false);
    expect(path.hasAttribute('transform')).toBe(false);
  }
  return [...container.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '');
}

it('draws every point around its place, in the outline of its series', () => {
  const series = [0, 1, 2, 3, 4, 5, 6];
  const outlines = drawnPaths(series.map((one) => ({ row: one, x: one, y: 2, series: one })));
  expect(new Set(outlines.map((outline) => outline.replace(/^M[^a-z]*/, ''))).size).toBe(7);
  expect(outlines[0]).toMatch(/^M-3,98a3,3 /);
  expect(outlines[3]).toMatch(/^M27.3,95.3h5.4v5.4h-5.4Z$/);
});

it('draws thousands of points in a few dozen paths, and leaves none out', () => {
  const points = Array.from({ length: 2_000 }, (_, row) => ({
    row,
    x: row,
    y: 0,
    series: row % 3,
  }));
  const outlines = drawnPaths(points);
  expect(outlines.length).toBe(36);
  expect(outlines.join('').split('M').length - 1).toBe(2_000);
});

it('keeps neighbours apart, so that each still darkens the other', () => {
  const points = [0, 1, 2].map((row) => ({ row, x: row / 10, y: 0, series: 0 }));
  expect(drawnPaths(points)).toHaveLength(3);
});
