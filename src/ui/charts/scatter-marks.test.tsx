import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ScatterMarks } from './scatter-marks.tsx';

const place = { x: (value: number) => value * 10, y: (value: number) => 100 - value };
const points = [0, 1, 2, 3, 4, 5, 6].map((series) => ({ row: series, x: series, y: 2, series }));

function drawnPaths(): readonly SVGPathElement[] {
  const { container } = render(
    <svg>
      <ScatterMarks points={points} place={place} />
    </svg>,
  );
  return [...container.querySelectorAll('path')];
}

it('draws every point around its place, in the outline of its series', () => {
  const outlines = drawnPaths().map((path) => path.getAttribute('d') ?? '');
  expect(new Set(outlines.map((outline) => outline.replace(/^M[^a-z]*/, ''))).size).toBe(7);
  expect(outlines[0]).toMatch(/^M-3,98a3,3 /);
  expect(outlines[3]).toMatch(/^M27.3,95.3h5.4v5.4h-5.4Z$/);
});

it('gives no point a layer of its own, which the browser would sort in every frame', () => {
  for (const path of drawnPaths()) {
    expect(path.hasAttribute('opacity')).toBe(false);
    expect(path.hasAttribute('transform')).toBe(false);
  }
});
