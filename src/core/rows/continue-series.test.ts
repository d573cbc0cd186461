import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { continueSeries } from './continue-series.ts';

/** Two places before the values and three behind them. */
function around(...values: readonly JsonValue[]): readonly [JsonValue[], JsonValue[]] {
  const series = continueSeries(values);
  const at = (place: number): JsonValue => series(place);
  const { length } = values;
  return [[-2, -1].map(at), [length, length + 1, length + 2].map(at)];
}

describe('continueSeries', () => {
  it.each<[readonly JsonValue[], readonly JsonValue[], readonly JsonValue[]]>([
    [[7], [7, 7], [7, 7, 7]],
    [['red'], ['red', 'red'], ['red', 'red', 'red']],
    [[null], [null, null], [null, null, null]],
    [
      [true, false],
      [true, false],
      [true, false, true],
    ],
    [
      [1, 3],
      [-3, -1],
      [5, 7, 9],
    ],
    [
      [0.1, 0.2],
      [-0.1, 0],
      [0.3, 0.4, 0.5],
    ],
    [
      [5, 5],
      [5, 5],
      [5, 5, 5],
    ],
    [
      [1, 2, 4],
      [2, 4],
      [1, 2, 4],
    ],
    [['Item 1'], ['Item 1', 'Item 0'], ['Item 2', 'Item 3', 'Item 4']],
    [
      ['No 008', 'No 010'],
      ['No 004', 'No 006'],
      ['No 012', 'No 014', 'No 016'],
    ],
    [
      ['Item 9', 'Item 10'],
      ['Item 7', 'Item 8'],
      ['Item 11', 'Item 12', 'Item 13'],
    ],
    [
      ['A 1', 'B 1'],
      ['A 1', 'B 1'],
      ['A 1', 'B 1', 'A 1'],
    ],
    [['12345'], ['12345', '12345'], ['12345', '12345', '12345']],
    [
      ['1', '2'],
      ['1', '0'],
      ['3', '4', '5'],
    ],
    [['2024-02-28'], ['2024-02-26', '2024-02-27'], ['2024-02-29', '2024-03-01', '2024-03-02']],
    [['2024-12'], ['2024-10', '2024-11'], ['2025-01', '2025-02', '2025-03']],
    [
      ['2024-01-01', '2024-01-08'],
      ['2023-12-18', '2023-12-25'],
      ['2024-01-15', '2024-01-22', '2024-01-29'],
    ],
    [
      ['2023-10-31', '2023-12-31'],
      ['2023-06-30', '2023-08-31'],
      ['2024-02-29', '2024-04-30', '2024-06-30'],
    ],
    [
      ['2024-01-31 23:30', '2024-01-31 23:50'],
      ['2024-01-31 22:50', '2024-01-31 23:10'],
      ['2024-02-01 00:10', '2024-02-01 00:30', '2024-02-01 00:50'],
    ],
    [
      ['2024-01-01T00:00:00+02:00', '2024-01-01T12:00:00+02:00'],
      ['2023-12-31T00:00:00+02:00', '2023-12-31T12:00:00+02:00'],
      ['2024-01-02T00:00:00+02:00', '2024-01-02T12:00:00+02:00', '2024-01-03T00:00:00+02:00'],
    ],
    [
      ['9999-12-31', '9999-12-30'],
      ['9999-12-31', '9999-12-30'],
      ['9999-12-29', '9999-12-28', '9999-12-27'],
    ],
    [
      [{ a: 1 }, ['b']],
      [{ a: 1 }, ['b']],
      [{ a: 1 }, ['b'], { a: 1 }],
    ],
  ])('continues %j', (values, before, behind) => {
    expect(around(...values)).toEqual([before, behind]);
  });

  it('goes through every value that is given', () => {
    const value = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .filter((number) => !Object.is(number, -0)),
      fc.integer(),
      fc.string(),
      fc.constantFrom('2024-01-31', '2024-02-29', '2024-03', 'Item 1', 'Item 2', '007'),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const series = continueSeries(values);
        expect(values.map((_, place) => series(place))).toEqual(values);
      }),
    );
  });

  it('is the same series wherever its values are taken from, for decimals with equal steps', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(cents, cents, fc.nat(20), (start, step, from) => {
        const at = (place: number): number => (start + step * place) / 100 + 0;
        const series = continueSeries([at(from), at(from + 1), at(from + 2)]);
        for (const place of [-5, -1, 3, 40]) expect(series(place)).toBe(at(from + place));
      }),
    );
  });

  it('keeps equal distances between dates, and their form', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 27 }), (date, days) => {
        const iso = (offset: number): string =>
          new Date(date.getTime() + offset * days * 86_400_000).toISOString().slice(0, 10);
        const series = continueSeries([iso(0), iso(1)]);
        for (const place of [-30, -1, 2, 30]) expect(series(place)).toBe(iso(place));
      }),
    );
  });
});
