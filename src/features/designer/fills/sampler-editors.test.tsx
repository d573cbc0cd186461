import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Fill } from '#core/design/fill.ts';
import { FillForm, openForm, testColumn } from '#features/designer/testing/open-form.tsx';

const type = testColumn('type', {
  kind: 'category',
  values: [
    { value: 'OLED', weight: 1 },
    { value: 'QLED', weight: 1 },
  ],
});
const ordered = testColumn(
  'ordered',
  { kind: 'datetime', start: '2026-01-01', end: '2026-02-01', unit: 'D' },
  { type: 'date' },
);

/** The form of a column x with this fill, beside a category and a moment. */
function open(fill: Fill, parts: Parameters<typeof testColumn>[2] = {}) {
  const columns = [type, ordered, testColumn('x', fill, parts)];
  const form = openForm({ columns }, <FillForm columnId="x" />);
  return { ...form, fill: () => form.fillOf('x') };
}

describe('the editor of a sampled column writes each of its parameters', () => {
  it('moments', () => {
    const { write, select, fill } = open(
      { kind: 'datetime', start: '2026-01-01', end: '2026-02-01', unit: 'D' },
      { type: 'datetime' },
    );
    write('From', '2026-03-01T09:00');
    write('To, not included', '2026-04-01');
    select('In whole', 'months');
    expect(fill()).toEqual({
      kind: 'datetime',
      start: '2026-03-01T09:00',
      end: '2026-04-01',
      unit: 'M',
    });
  });

  it('moments before or after another one, in units of one length', () => {
    const { write, select, fill } = open(
      { kind: 'timedelta', reference: 'ordered', dtMin: 1, dtMax: 5, unit: 'D' },
      { type: 'datetime' },
    );
    write('From', '-3');
    write('To, not incl.', '8');
    select('In whole', 'hours');
    expect(screen.queryByRole('option', { name: 'months', hidden: true })).toBeNull();
    expect(fill()).toEqual({
      kind: 'timedelta',
      reference: 'ordered',
      dtMin: -3,
      dtMax: 8,
      unit: 'h',
    });
  });

  it('people', () => {
    const { write, select, fill } = open(
      { kind: 'person', locale: 'en_US', ageRange: [18, 114] },
      { type: 'object' },
    );
    select('Sex', 'Female');
    write('Youngest', '30');
    write('Oldest', '40');
    write('Cities', 'Leeds, York');
    expect(fill()).toEqual({
      kind: 'person',
      locale: 'en_US',
      sex: 'Female',
      ageRange: [30, 40],
      city: ['Leeds', 'York'],
    });
    write('Cities', '');
    expect(fill()).not.toHaveProperty('city');
  });

  it('a method of Faker, and another country', () => {
    const { select, fill } = open({ kind: 'faker', method: 'company.name', locale: 'en_US' });
    select('Method', 'commerce.productName');
    select('Locale', /^de, /);
    expect(fill()).toEqual({ kind: 'faker', method: 'commerce.productName', locale: 'de' });
  });

  it('patterns', () => {
    const { write, fill } = open({ kind: 'pattern', pattern: '[a-z]' });
    write('Regular expression', '[A-Z]{2}-[0-9]{4}');
    expect(fill()).toEqual({ kind: 'pattern', pattern: '[A-Z]{2}-[0-9]{4}' });
  });

  it('constants in the type of the column', () => {
    const { write, fill } = open({ kind: 'constant', value: 1 }, { type: 'integer' });
    write('Value in every row', '42');
    expect(fill()).toEqual({ kind: 'constant', value: 42 });
  });

  it('sentences from lists', () => {
    const { write, press, fill } = open({ kind: 'texts', lists: [['One.']], low: 1, high: 1 });
    press('Add list');
    write('Piece 2, one on each line', 'Two.\nThree.');
    write('Most sentences', '3');
    write('Fewest sentences', '2');
    expect(fill()).toEqual({
      kind: 'texts',
      lists: [['One.'], ['Two.', 'Three.']],
      low: 2,
      high: 3,
    });
    press('Delete piece 1');
    expect(fill()).toMatchObject({ lists: [['Two.', 'Three.']] });
  });

  it('time series, with a season that an empty period takes away', () => {
    const { write, select, fill } = open(
      { kind: 'series', level: 0, trend: 0, noise: 0 },
      { type: 'decimal' },
    );
    write('Level', '100');
    write('Trend a row', '0.5');
    write('Noise', '2');
    write('Season, rows', '7');
    write('Amplitude', '10');
    write('Phase, rows', '1');
    write('Decimals', '1');
    select('For each', 'type');
    expect(fill()).toEqual({
      kind: 'series',
      level: 100,
      trend: 0.5,
      noise: 2,
      season: { period: 7, amplitude: 10, phase: 1 },
      decimalPlaces: 1,
      by: 'type',
    });
    write('Season, rows', '');
    expect(fill()).not.toHaveProperty('season');
  });

  it('booleans by their share', () => {
    const { write, fill } = open({ kind: 'boolean', probability: 0.5 }, { type: 'boolean' });
    write('Share of true', '30');
    expect(fill()).toEqual({ kind: 'boolean', probability: 0.3 });
  });

  it('sequences', () => {
    const { write, fill } = open({ kind: 'sequence', start: 1, step: 1 });
    write('Start', '10');
    write('Step', '5');
    write('Prefix', 'TV-');
    write('Digits', '6');
    expect(fill()).toEqual({ kind: 'sequence', start: 10, step: 5, prefix: 'TV-', padTo: 6 });
  });

  it('UUIDs', () => {
    const { write, fill } = open({ kind: 'uuid' });
    write('Prefix', 'u-');
    for (const name of ['Eight digits', 'Upper case'])
      fireEvent.click(screen.getByRole('switch', { name }));
    expect(fill()).toEqual({ kind: 'uuid', prefix: 'u-', shortForm: true, uppercase: true });
  });
});

describe('the editor of a number writes each parameter of its law', () => {
  const choose = (law: string) => {
    fireEvent.click(screen.getByRole('radio', { name: law }));
  };

  it('with ends that may be left open, and decimals', () => {
    const { write, fill } = open(
      { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 1 } },
      { type: 'decimal' },
    );
    choose('Normal');
    write('Mean', '57');
    write('Stddev', '12');
    write('Low', '32');
    write('High', '85');
    write('Decimals', '1');
    expect(fill()).toEqual({
      kind: 'number',
      decimalPlaces: 1,
      distribution: { kind: 'gaussian', mean: 57, stddev: 12, low: 32, high: 85 },
    });
    write('High', '');
    expect(fill()).toMatchObject({ distribution: { kind: 'gaussian', low: 32 } });
    expect(fill()).not.toHaveProperty('distribution.high');
  });

  it('by the names that scipy gives them', () => {
    const { write, select, fill } = open(
      { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 1 } },
      { type: 'decimal' },
    );
    choose('Skewed');
    select('Law', 'weibull_min');
    write('c', '1.5');
    write('scale', '20');
    expect(fill()).toMatchObject({
      distribution: {
        kind: 'scipy',
        distName: 'weibull_min',
        distParams: { c: 1.5, scale: 20 },
      },
    });
  });
});
