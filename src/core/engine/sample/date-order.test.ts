import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { narrowingsOf } from '#core/design/narrowing.ts';
import {
  designOf,
  fillTable,
  type FilledTable,
  type TestColumn,
} from '#core/engine/filled-table.contract.ts';

const rule = (expression: string, index = 0) => ({
  id: `r${index}`,
  kind: 'expression' as const,
  expression,
});

function date(
  name: string,
  ...[start, end, more = {}]: readonly [string, string, object?]
): TestColumn {
  return { name, type: 'date', fill: { kind: 'datetime', start, end, unit: 'D' }, ...more };
}

function after(name: string, reference: string, more: object = {}): TestColumn {
  const fill = { kind: 'timedelta', reference, dtMin: 1, dtMax: 9, unit: 'D' } as const;
  return { name, type: 'date', fill, ...more };
}

type Compare = '<' | '<=' | '>' | '>=';

/** As the expression language compares texts, written anew. */
function holds(left: unknown, operator: Compare, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

const days = fc.integer({ min: 0, max: 40 });
const dayText = (day: number, time = '') =>
  `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)}${time}`;

const fills = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(days, fc.integer({ min: 1, max: 40 }), fc.constantFrom('D', 'h', 'm', 's', 'M'))
      .map(([from, count, unit]) => ({
        kind: 'datetime' as const,
        start: dayText(from, unit === 'D' ? '' : 'T06:30:00'),
        end: dayText(from + count + (unit === 'M' ? 40 : 0)),
        unit,
      })),
  },
  fc
    .tuple(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('D', 'h'),
    )
    .map(([dtMin, width, unit]) => ({
      kind: 'timedelta' as const,
      ...{ reference: 'c0', dtMin, dtMax: dtMin + width, unit },
    })),
);
const looks = fc.constantFrom(
  { type: 'date' },
  { type: 'datetime' },
  { type: 'text', convertTo: '%Y-%m-%d' },
);
const count = 4;
const columns = fc
  .array(fc.tuple(fills, looks), { minLength: count, maxLength: count })
  .map((all) =>
    all.map(([fill, look], index) => ({
      name: `c${index}`,
      ...look,
      fill:
        index === 0 && fill.kind === 'timedelta'
          ? { kind: 'datetime', start: '2024-01-05', end: '2024-02-05', unit: 'D' }
          : fill,
    })),
  ) as fc.Arbitrary<TestColumn[]>;
const comparisons = fc.array(
  fc
    .record({
      left: fc.nat(count - 1),
      right: fc.oneof(
        fc.nat(count - 1).map((index) => `c${index}`),
        days.map((day) => dayText(day)),
        days.map((day) => dayText(day, 'T12:00:00')),
      ),
      operator: fc.constantFrom<Compare>('<', '<=', '>', '>='),
    })
    .filter(({ left, right }) => right !== `c${left}`),
  { minLength: 1, maxLength: 4 },
);

describe('must-rules about the order of dates', () => {
  it('hold in every row, whatever the units and forms', () => {
    fc.assert(
      fc.property(columns, comparisons, (drawn, rules) => {
        const constraints = rules.map(({ left, operator, right }, index) =>
          rule(`c${left} ${operator} ${right.startsWith('c') ? right : `"${right}"`}`, index),
        );
        const design = designOf(drawn, { constraints });
        fc.pre(checkDesign(design).length === 0);
        const table = fillTable(design, 60);
        for (const { left, operator, right } of rules) {
          const one = table.values(`c${left}`);
          const other = right.startsWith('c') ? table.values(right) : undefined;
          one.forEach((value, row) => {
            const bound = other === undefined ? right : other[row];
            expect([value, operator, bound, holds(value, operator, bound)]).toEqual([
              ...[value, operator, bound, true],
            ]);
          });
        }
      }),
      // Of random designs about one in ten thousand is neither held nor named; see decision 22.
      { numRuns: 300, seed: 23 },
    );
  });
});

describe('dates under a must-rule', () => {
  const ordered = date('ordered', '2024-01-01', '2024-03-01');
  const draw = (columns: readonly TestColumn[], expressions: readonly string[], rows = 200) =>
    fillTable(
      designOf(columns, { constraints: expressions.map((one, index) => rule(one, index)) }),
      rows,
    );
  const texts = (table: FilledTable, name: string): string[] =>
    table.values(name).map((value) => (typeof value === 'string' ? value : 'none'));

  it('keep the draws of the column on the right, and of all columns without a rule', () => {
    const columns = [ordered, date('shipped', '2024-01-01', '2024-03-01')];
    const free = draw(columns, []);
    const table = draw(columns, ['shipped > ordered', 'ordered < "2024-02-29"']);
    const loose = draw(columns, ['shipped >= ordered']);
    expect(texts(loose, 'ordered')).toEqual(texts(free, 'ordered'));
    expect(
      texts(table, 'shipped').every((one, row) => one > (texts(table, 'ordered')[row] ?? '')),
    ).toBe(true);
  });

  it('are drawn evenly from what the rule leaves', () => {
    const table = draw([date('d', '2024-01-01', '2024-12-31')], ['d >= "2024-12-01"'], 3_000);
    const counts = new Map<string, number>();
    for (const day of texts(table, 'd')) counts.set(day, (counts.get(day) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(Math.max(...counts.values())).toBeLessThan(150);
    expect(Math.min(...counts.values())).toBeGreaterThan(60);
  });

  it('do not change in earlier rows when more are asked for', () => {
    const columns = [ordered, date('shipped', '2024-01-01', '2024-03-01')];
    const few = draw(columns, ['shipped > ordered'], 50);
    const many = draw(columns, ['shipped > ordered'], 500);
    expect(texts(many, 'shipped').slice(0, 50)).toEqual(texts(few, 'shipped'));
  });

  it('that are counted from a time of day keep to rules about whole days', () => {
    const fill = { kind: 'datetime', start: '2024-01-01', end: '2024-03-01', unit: 'm' } as const;
    const columns = [
      { name: 'placed', type: 'datetime', fill } as const,
      after('packed', 'placed', { type: 'date' }),
      date('shipped', '2024-01-05', '2024-03-20'),
    ];
    const rules = ['packed < shipped', 'packed >= "2024-01-20"'];
    const design = designOf(columns, { constraints: rules.map((one, index) => rule(one, index)) });
    expect(checkDesign(design)).toEqual([]);
    const table = fillTable(design, 400);
    const [packed, shipped] = [texts(table, 'packed'), texts(table, 'shipped')];
    expect(packed.filter((day) => day < '2024-01-20' || day === 'none')).toEqual([]);
    expect(packed.filter((day, row) => day >= (shipped[row] ?? ''))).toEqual([]);
  });

  it('that are counted from another date end where the rule says', () => {
    const table = draw([ordered, after('shipped', 'ordered')], ['shipped <= "2024-02-10"']);
    texts(table, 'shipped').forEach((shipped, row) => {
      const days =
        (Date.parse(shipped) - Date.parse(texts(table, 'ordered')[row] ?? '')) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(8);
      expect(shipped <= '2024-02-10').toBe(true);
    });
  });

  it('leave a model the time between two dates', () => {
    const columns = [
      ordered,
      { name: 'packed', type: 'date', fill: { kind: 'generated', call: 'none' } } as const,
      date('shipped', '2024-01-01', '2024-03-01'),
    ];
    const design = designOf(columns, {
      constraints: [rule('ordered < packed and packed < shipped')],
    });
    const { columns: narrowed } = narrowingsOf(design);
    expect([narrowed.get('ordered')?.atMost, narrowed.get('shipped')?.atLeast]).toEqual([
      [],
      [{ columnId: 'ordered', add: 2 * 86_400_000 }],
    ]);
  });

  it('keep to conditions, each law within the rule', () => {
    const kind: TestColumn = {
      name: 'kind',
      fill: { kind: 'category', values: [{ value: 'x' }, { value: 'y' }] },
    };
    const late = date('d', '2024-02-01', '2024-04-01').fill as never;
    const d = date('d', '2024-01-01', '2024-02-01', {
      conditionalParams: [{ when: 'kind == "y"', fill: late }],
    });
    const table = draw([kind, d, ordered], ['d < ordered', 'ordered > "2024-02-10"']);
    texts(table, 'd').forEach((day, row) => {
      expect(day < (texts(table, 'ordered')[row] ?? '')).toBe(true);
      expect(day >= '2024-02-01').toBe(texts(table, 'kind')[row] === 'y');
    });
  });

  it.for([
    ['2024-02-01', '2024-02-02'],
    ['2024-02-01T09:30:00', '2024-02-02'],
    ['2024-02-01T09:30:00Z', '2024-02-02'],
    ['2024-02-01 09:30', '2024-02-02'],
    ['2024-02', '2024-02-01'],
  ] as const)('begin after the text %s of a source', ([text, first]) => {
    const columns = [
      { name: 'from', fill: { kind: 'constant', value: text } } as const,
      date('d', '2024-01-01', '2024-02-06'),
    ];
    const table = draw(columns, ['d > from'], 100);
    const days = texts(table, 'd');
    expect(days.every((day) => day > text)).toBe(true);
    expect(days.toSorted()[0]).toBe(first);
  });

  it('end before the text of a source', () => {
    const columns = [
      { name: 'to', fill: { kind: 'constant', value: '2024-01-05T12:00:00Z' } } as const,
      date('d', '2024-01-01', '2024-02-06'),
    ];
    const days = texts(draw(columns, ['d <= to'], 100), 'd');
    expect(days.toSorted().at(-1)).toBe('2024-01-05');
  });

  it('in months that meet dates counted from others are named: what is left may hold no first of a month', () => {
    const month = { kind: 'datetime', start: '2024-01-01T06:30', end: '2024-03-02', unit: 'M' };
    const columns = [
      date('from', '', '', { fill: month }),
      date('due', '', '', { fill: month }),
      date('paid', '2024-02-10', '2024-02-27'),
      after('warned', 'from', {
        fill: { kind: 'timedelta', reference: 'from', dtMin: -5, dtMax: -4, unit: 'D' },
      }),
    ];
    const constraints = ['paid >= due', 'warned < due'].map((one, index) => rule(one, index));
    const found = checkDesign(designOf(columns, { constraints }));
    expect(found.map(({ code, path }) => [code, path[1]])).toEqual([
      ['not-drawn-to-rule', 0],
      ['not-drawn-to-rule', 1],
    ]);
  });

  it('that no row can meet are named with what stands against it', () => {
    const columns = [
      ordered,
      date('shipped', '2023-01-01', '2023-02-01'),
      after('paid', 'ordered'),
    ];
    const messages = (...expressions: readonly string[]) =>
      checkDesign(
        designOf(columns, { constraints: expressions.map((one, index) => rule(one, index)) }),
      ).map(({ code, message }) => [code, message]);
    expect(messages('shipped > ordered')).toEqual([
      [
        'infeasible',
        'ordered lies between 2024-01-01 and 2024-02-29 and shipped lies between 2023-01-01 and 2023-01-31, so no row can meet this rule.',
      ],
    ]);
    expect(messages('paid <= ordered')).toEqual([
      ['infeasible', 'paid is counted from ordered, so no row can meet this rule.'],
    ]);
    expect(messages('ordered > "2024-02-10"', 'paid < "2024-02-05"')).toEqual([
      [
        'infeasible',
        'paid is counted from ordered. Together with “ordered > "2024-02-10"” that leaves this rule no row.',
      ],
    ]);
  });
});
