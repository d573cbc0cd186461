import { describe, expect, it } from 'vitest';
import { roundRange, tickLabels } from './axis-scale.ts';
import { pointWords } from './point-words.ts';
import type { ScatterView } from './scatter-view.ts';

describe('roundRange', () => {
  it('puts ticks on round numbers and starts at zero when that is near', () => {
    const { min, ticks } = roundRange([280, 2480], 6);
    expect(min).toBe(0);
    expect(ticks).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  });

  it('gives one value an axis of its own', () => {
    const { min, max } = roundRange([7]);
    expect(min).toBeLessThan(7);
    expect(max).toBeGreaterThan(7);
  });

  it('reads no values as zero to one', () => {
    expect(roundRange([]).ticks.length).toBeGreaterThan(1);
  });
});

describe('tickLabels', () => {
  it('shortens thousands and puts the sign before the prefix', () => {
    const words = { label: 'price', prefix: '$' };
    expect(tickLabels([-500, 0, 500, 2500], words)).toEqual(['−$0.5k', '$0', '$0.5k', '$2.5k']);
  });

  it('writes the unit on the last tick only', () => {
    expect(tickLabels([30, 40, 50], { label: 'size', unit: 'in' })).toEqual(['30', '40', '50 in']);
  });
});

describe('pointWords', () => {
  const view: ScatterView = {
    points: [],
    seriesNames: ['OLED'],
    lines: [{ series: 0, from: { x: 0, y: 0 }, to: { x: 10, y: 100 }, sigma: 10 }],
    xAxis: { label: 'size', unit: 'in' },
    yAxis: { label: 'price', prefix: '$' },
  };

  it('says values and the distance from the line of the series', () => {
    const words = pointWords({ x: 5, y: 66, series: 0, row: 135, title: 'Gale' }, view);
    expect(words).toEqual({
      title: 'Gale',
      row: 'row 136',
      values: 'OLED, 5 in, $66',
      distance: '1.6 σ above the line',
    });
  });
});
