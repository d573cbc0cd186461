import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/base/json.ts';
import { checkDesign } from '#core/design/check.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { originalCount } from '#core/design/originals.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { possibleFills, type FieldChoices, type FillChoice } from './field-choice.ts';
import { draftOfRows, type RowsDraft } from './rows-draft.ts';
import { addRows, designOfDraft } from './rows-design.ts';

const roasts: readonly JsonObject[] = Array.from({ length: 12 }, (_, row) => ({
  roast: row % 3 === 0 ? 'dark' : 'light',
  price: 10 + row / 2,
  day: `2026-0${(row % 9) + 1}-01`,
  note: `Note ${row} about cocoa and bread`,
}));

function draftFor(rows: readonly JsonObject[] = roasts): RowsDraft {
  const draft = draftOfRows(rows, 'coffee-roasts.csv');
  if (!draft.ok) throw new Error(draft.error[0]?.message);
  return draft.value;
}

function landed(read: ReturnType<typeof designOfDraft>): DatasetDesign {
  if (!read.ok) throw new Error(read.error[0]?.message);
  return read.value.design;
}

const choose = (
  id: string,
  fill: FillChoice,
  { isKept = true, name = id }: { readonly isKept?: boolean; readonly name?: string } = {},
): FieldChoices => ({ [id]: { name, fill, isKept } });

const errorsOf = (design: DatasetDesign) =>
  checkDesign(design).filter(({ severity }) => severity === 'error');

describe('what is found in rows', () => {
  it('has samples, a picture and the fills that are possible, the recommended first', () => {
    const [roast, price, day, note] = draftFor().fields;
    expect(roast).toMatchObject({ samples: ['dark', 'light'], picture: { kind: 'shares' } });
    expect(price?.picture).toMatchObject({ kind: 'bars' });
    expect(possibleFills(roast!, true)[0]).toBe('category');
    expect(possibleFills(price!, true).slice(0, 2)).toEqual(['generated', 'number']);
    expect(possibleFills(price!, false)[0]).toBe('number');
    expect(possibleFills(day!, true)[0]).toBe('datetime');
    expect(possibleFills(note!, true)[0]).toBe('generated');
  });
});

describe('a field', () => {
  it('is filled as chosen', () => {
    const design = landed(
      designOfDraft(draftFor(), {
        ...choose('price', 'number'),
        ...choose('note', 'source'),
        ...choose('day', 'leave-out'),
        ...choose('roast', 'generated', { name: 'kind' }),
      }),
    );
    expect(design.columns.map(({ name, fill }) => [name, fill.kind])).toEqual([
      ['kind', 'generated'],
      ['price', 'number'],
      ['note', 'source'],
    ]);
    expect(errorsOf(design)).toEqual([]);
  });

  it('gets new values in the rows of the user when they are not to be kept', () => {
    const design = landed(designOfDraft(draftFor(), choose('price', 'number', { isKept: false })));
    expect(Object.keys(design.originals?.fields ?? {})).toEqual(['roast', 'day', 'note']);
  });

  it('has no rule of written numbers when it is drawn', () => {
    const design = landed(designOfDraft(draftFor(), choose('price', 'number')));
    expect(design.constraints.some(({ kind }) => kind === 'range')).toBe(false);
  });
});

describe('rows that are added to a design', () => {
  const base = landed(
    restoreDesign({
      ...createDesign({ rows: 30 }),
      columns: [
        {
          id: 'c1',
          name: 'price',
          type: 'decimal',
          fill: { kind: 'number', distribution: { kind: 'uniform', low: 0, high: 9 } },
        },
        { id: 'c2', name: 'shop', fill: { kind: 'uuid' } },
      ],
    }),
  );

  it('bring columns for what the design has none for, and leave its own as they are', () => {
    const design = landed(addRows(base, draftFor()));
    expect(design.columns.map(({ name }) => name)).toEqual([
      'price',
      'shop',
      'roast',
      'day',
      'note',
    ]);
    expect(design.columns.slice(0, 2)).toEqual(base.columns);
    expect(design.originals?.fields).toMatchObject({ c1: 'price', roast: 'roast' });
    expect(design.rows).toBe(42);
    expect(originalCount(design)).toBe(12);
    expect(errorsOf(design)).toEqual([]);
  });

  it('become a source only where the design begins with rows of its own, and that is said', () => {
    const once = landed(addRows(base, draftFor()));
    const twice = addRows(once, draftFor());
    expect(landed(twice).originals).toEqual(once.originals);
    expect(landed(twice).sources).toHaveLength(2);
    expect(landed(twice).rows).toBe(once.rows);
    expect(twice.ok && twice.value.notices.map(({ code }) => code)).toContain('rows-not-first');
  });

  it('never break it, whatever the rows and the choices are', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 9 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 2 }),
    );
    const name = fc.oneof(fc.constantFrom('price', 'shop', 'c1'), fc.string({ maxLength: 6 }));
    const rows = fc.array(fc.dictionary(name, value, { maxKeys: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.nat(), (drawn, pick) => {
        const draft = draftOfRows(drawn, 'x.json');
        if (!draft.ok) return;
        const choices = Object.fromEntries(
          draft.value.fields.map((field, index) => {
            const fills = possibleFills(field, true);
            const fill = fills[(pick + index) % fills.length] ?? 'generated';
            return [field.id, { name: field.name, fill, isKept: (pick + index) % 2 === 0 }];
          }),
        );
        const design = landed(addRows(base, draft.value, choices));
        expect(errorsOf(design)).toEqual([]);
        expect(design.columns.slice(0, 2)).toEqual(base.columns);
      }),
      { numRuns: 150 },
    );
  });
});
