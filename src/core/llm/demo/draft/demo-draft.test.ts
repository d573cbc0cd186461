import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesignDraftTask } from '#core/llm/draft/draft-task.ts';
import { demoDraft } from './demo-draft.ts';

const describing = (text: string): DesignDraftTask => ({
  kind: 'describe',
  text,
  columns: [],
  year: 2026,
});

const workshop =
  'Records of a small bike workshop: customer, bike, what was wrong, hours, parts and a bill. A third of the jobs are rushed.';

describe('a described design', () => {
  it('has a column for each thing that is listed, in order', () => {
    const draft = demoDraft(describing(workshop));
    expect(draft.order).toEqual([
      'customer',
      'bike',
      'wrong',
      'hours',
      'parts',
      'bill',
      'is_rushed',
    ]);
    expect(draft.listed[0]).toMatchObject({ name: 'customer', kind: 'full_name' });
    expect(draft.numbers.map(({ name }) => name)).toEqual(['hours', 'parts', 'bill']);
    expect(draft.name).toBe('Small bike workshop');
  });

  it('takes a share for a column of yes or no', () => {
    expect(demoDraft(describing(workshop)).flags).toMatchObject([
      { name: 'is_rushed', share: 0.3333 },
    ]);
  });

  it('takes values in brackets for a table, and ranges for numbers and lengths', () => {
    const draft = demoDraft(
      describing(
        '300 rows of tickets: status (open, closed, pending), wait 5 to 90, review between 8 and 20',
      ),
    );
    expect(draft.rows).toBe(300);
    expect(draft.tables[0]?.values.map(({ value }) => value)).toEqual([
      'open',
      'closed',
      'pending',
    ]);
    expect(draft.numbers[0]).toMatchObject({ name: 'wait', low: 5, high: 90 });
    expect(draft.texts[0]).toMatchObject({ name: 'review', min_words: 8, max_words: 20 });
  });

  it('says what it cannot do', () => {
    expect(demoDraft(describing('Orders: items and a total that adds up')).remark).toMatch(
      /no formulas/,
    );
  });

  it('is the same for the same sentence, and has a column for any sentence', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const draft = demoDraft(describing(text));
        expect(draft.order.length).toBeGreaterThan(0);
        expect(demoDraft(describing(text))).toEqual(draft);
      }),
    );
  });
});

describe('an edit', () => {
  const columns = [
    { name: 'price', fill: 'number' },
    { name: 'review', fill: 'generated' },
  ];
  const editing = (text: string): DesignDraftTask => ({ kind: 'edit', text, columns, year: 2026 });

  it('adds, takes out and narrows what is named', () => {
    expect(demoDraft(editing('Add a rating and a city')).order).toEqual(['rating', 'city']);
    expect(demoDraft(editing('Remove the review')).remove).toEqual(['review']);
    expect(demoDraft(editing('Make price 10 to 20')).numbers).toMatchObject([
      { name: 'price', low: 10, high: 20 },
    ]);
    expect(demoDraft(editing('Make the review 5 to 9 words')).texts).toMatchObject([
      { name: 'review', min_words: 5, max_words: 9 },
    ]);
  });

  it('says which wishes it understands when it does not understand', () => {
    const draft = demoDraft(editing('Be more poetic'));
    expect(draft.remark).toMatch(/The demo model understands/);
    expect(draft.order).toEqual([]);
  });
});

describe('a suggested level', () => {
  it('has values under each value, under a name of its own, and says that it knows no topics', () => {
    const columns = ['topic', 'topic_case'].map((name) => ({ name, fill: 'category' }));
    const below = { column: 'topic', values: ['tax', 'rent'] };
    const { tables, remark } = demoDraft({ kind: 'level', text: '', columns, year: 2026, below });
    expect(tables).toMatchObject([{ name: 'topic_case_2', varies_with: 'topic' }]);
    const parents = tables[0]?.values.map(({ parent }) => parent);
    expect(new Set(parents)).toEqual(new Set(below.values));
    expect(remark).toMatch(/does not know what lies below/);
  });
});

describe('suggested axes', () => {
  it('are tables with weights that the design does not have yet', () => {
    const columns = [{ name: 'tone', fill: 'category' }];
    const task = { kind: 'axes' as const, text: 'Customer messages', columns, year: 2026 };
    const { tables } = demoDraft(task);
    expect(tables.map(({ name }) => name)).toContain('persona');
    expect(tables.map(({ name }) => name)).not.toContain('tone');
    expect(tables.flatMap(({ values }) => values).every(({ weight }) => weight > 0)).toBe(true);
  });
});
