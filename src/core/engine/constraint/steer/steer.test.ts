import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { designSchema } from '#core/design/design-schema.ts';
import { steeredRules, steeringOf } from './steer.ts';

const generated = (id: string, call = 'a') => ({ id, name: id, fill: { kind: 'generated', call } });
const columns = [
  generated('type'),
  generated('price'),
  { id: 'size', name: 'size', fill: { kind: 'sequence' } },
  generated('city', 'b'),
];
const share = { kind: 'share', column: 'type', value: 'OLED', share: 0.5, tolerance: 0.05 };

function designOf(rule: object, rows = 100) {
  return designSchema.parse({
    version: 1,
    rows,
    columns,
    calls: ['a', 'b'].map((id) => ({ id, name: id, model: 'writer' })),
    constraints: [{ id: 's', ...rule }],
  });
}

type Row = Readonly<Record<string, JsonValue>>;

/** The rows that are written, from the first one; sizes are there from the start, 1, 2, 3 and so on. */
function sentences(rule: object, written: readonly Row[], rows = 100): readonly string[] {
  const design = designOf(rule, rows);
  const [steered] = steeredRules(design, ['type', 'price']);
  return steeringOf(steered!, design, {
    value: (id, row) => (id === 'size' ? row + 1 : written[row]?.[id]),
  }).sentences;
}

function many(count: number, of: (size: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => of(index + 1));
}

describe('steering by a share rule', () => {
  const mixed = (having: number, count: number) =>
    many(count, (size) => ({ type: size <= having ? 'OLED' : 'LCD' }));

  it('says where the rows stand and aims for what makes the share right at the end', () => {
    // 32 of 40 have it; 50 of 100 are wanted, so 18 of the 60 to come.
    expect(sentences(share, mixed(32, 40))).toEqual([
      'So far 80 % of 40 rows have type OLED; aim for 30 % in the rows to come',
    ]);
  });

  it('aims for none and for all, never beyond', () => {
    expect(sentences(share, mixed(80, 90))[0]).toContain('aim for 0 %');
    expect(sentences(share, mixed(0, 90))[0]).toContain('aim for 100 %');
  });

  it('says nothing while the share is met well, while few rows are written, and when none is left', () => {
    expect(sentences(share, mixed(20, 40))).toEqual([]);
    expect(sentences(share, mixed(9, 9))).toEqual([]);
    expect(sentences(share, mixed(10, 10))[0]).toContain('100 %');
    expect(sentences(share, mixed(100, 100))).toEqual([]);
  });
});

describe('steering by a correlation', () => {
  const rule = { kind: 'correlation', x: 'size', y: 'price', low: 0.6, high: 0.8 };
  // Prices that swing about their mean, with the period 4, go along with nothing.
  const swinging = (size: number) => ({ price: 100 + [10, -10, -10, 10][size % 4]! });

  it('says how they go along so far, and the line that rows to come are to keep to', () => {
    const [said] = sentences(rule, many(60, swinging));
    expect(said).toMatch(
      /^So far the correlation of price with size is -?0\.\d\d over 60 rows, wanted between 0\.6 and 0\.8; keep price near 0\.\d+ × size \+ \d+(\.\d)? in the rows to come$/,
    );
  });

  it('loosens the line where they go along too well', () => {
    const [said] = sentences(
      rule,
      many(40, (size) => ({ price: 3 * size })),
    );
    expect(said).toContain('is 1.00 over 40 rows');
    expect(said).toMatch(/keep price near 1\.\d+ × size.* give or take \d+(\.\d)?$/);
  });

  it('says nothing while it holds', () => {
    const held = many(40, (size) => ({ price: size + swinging(size).price * 1.2 }));
    expect(sentences(rule, held)).toEqual([]);
  });
});

describe('steering by a linear law', () => {
  const law = { slope: 24, intercept: -55, noise: { kind: 'gaussian', amount: 0.05 } };
  const rule = { kind: 'linear', x: 'size', y: 'price', by: 'type', minR: 0.9 };
  const types = (size: number) => (size % 2 === 0 ? 'OLED' : 'LCD');

  it('names the groups that are off with their own line, the worst first', () => {
    const rows = many(60, (size) => ({
      type: types(size),
      price: types(size) === 'OLED' ? (size * 37) % 50 : 24 * size - 55,
    }));
    const factors = [{ value: 'OLED', factor: 2 }];
    expect(sentences({ ...rule, law: { ...law, factors } }, rows)).toEqual([
      expect.stringMatching(
        /^So far price follows a line over size with r -?0\.\d\d over 30 rows with type OLED, wanted at least 0\.9; keep price near 48 × size − 110 in the rows to come with type OLED, give or take 5 %$/,
      ),
    ]);
  });

  it('says that a slope is not the declared one', () => {
    const rows = many(40, (size) => ({ type: 'OLED', price: 12 * size }));
    expect(sentences({ ...rule, law }, rows)).toEqual([
      'So far price changes by 12 for each size over 40 rows with type OLED, wanted 24; keep price near 24 × size − 55 in the rows to come with type OLED, give or take 5 %',
    ]);
  });

  it('finds a line of its own where none is declared, and says nothing of one that holds', () => {
    const off = many(40, (size) => ({ type: 'OLED', price: size + ((size * 29) % 40) }));
    expect(sentences(rule, off)[0]).toMatch(/keep price near \d\.\d+ × size/);
    expect(
      sentences(
        rule,
        many(40, (size) => ({ type: 'OLED', price: size })),
      ),
    ).toEqual([]);
  });
});

describe('steering by an order', () => {
  const rule = { kind: 'monotone', x: 'size', y: 'price', minRho: 0.9 };

  it('says which values belong to small, middling and great ones', () => {
    const rows = many(41, (size) => ({ price: ((size * 17) % 41) * 10 }));
    expect(sentences(rule, rows)).toEqual([
      expect.stringMatching(
        /^So far price rises with size in rank by -?0\.\d\d over 41 rows, wanted at least 0\.9; in the rows to come let price be about 0 at size 1, 100 at size 11, 200 at size 21, 300 at size 31, 400 at size 41, and in order between$/,
      ),
    ]);
  });

  it('says them the other way round where the order falls', () => {
    const rows = many(41, (size) => ({ price: size * 10 }));
    expect(sentences({ ...rule, direction: 'decreasing' }, rows)[0]).toContain(
      'price falls with size in rank by 1.00 over 41 rows, wanted at most -0.9; in the rows to come let price be about 410 at size 1,',
    );
  });
});

describe('steering by a ratio', () => {
  const rule = {
    kind: 'ratio',
    column: 'price',
    by: 'type',
    of: 'QLED',
    to: 'OLED',
    low: 2,
    high: 3,
  };
  const priced = (ratio: number) => (size: number) => ({
    type: size % 2 === 0 ? 'QLED' : 'OLED',
    price: size % 2 === 0 ? 100 * ratio : 100,
  });

  it('aims for what makes up for the rows so far', () => {
    // 40 rows at 1.5 and 60 at r make 2.5 when r is 3.17.
    expect(sentences(rule, many(40, priced(1.5)))).toEqual([
      'So far price of QLED is 1.5 × that of OLED over 40 rows, wanted between 2 and 3; aim for 3.17 × in the rows to come',
    ]);
  });

  it('never aims for more than can be asked of so few, and says nothing well within the range', () => {
    expect(sentences(rule, many(95, priced(1.5)))[0]).toContain('aim for 6 ×');
    expect(sentences(rule, many(40, priced(2.4)))).toEqual([]);
  });
});

it('only set rules of the prompt about columns of the call steer', () => {
  expect(steeredRules(designOf(share), ['type'])).toHaveLength(1);
  expect(steeredRules(designOf(share), ['city'])).toEqual([]);
  expect(steeredRules(designOf({ ...share, inPrompt: false }), ['type'])).toEqual([]);
  expect(steeredRules(designOf({ kind: 'range', column: 'type', low: 1 }), ['type'])).toEqual([]);
});
