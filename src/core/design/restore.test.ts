import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatPath } from '#core/base/diagnostic.ts';
import { arbitraryDesign } from './arbitrary-design.contract.ts';
import { createDesign } from './defaults.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { restoreDesign } from './restore.ts';

function restored(input: unknown): { design: DatasetDesign; notices: readonly Diagnostic[] } {
  const result = restoreDesign(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function refusal(input: unknown): string | undefined {
  const result = restoreDesign(input);
  return result.ok ? undefined : result.error[0]?.code;
}

function noticesOf(input: unknown): readonly string[] {
  return restored(input).notices.map(
    ({ code, severity, path }) => `${severity} ${code} ${formatPath(path)}`,
  );
}

const size = { id: 'size', name: 'size', fill: { kind: 'boolean' } };

describe('restoreDesign', () => {
  it('never throws and yields a valid design for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, columns) => {
        for (const input of [value, { version: 1, columns }, { columns: [columns, value] }]) {
          const result = restoreDesign(input);
          if (result.ok) designSchema.parse(result.value.design);
        }
      }),
    );
  });

  it('never throws for any JavaScript value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        for (const input of [value, { version: 1, rows: value, columns: [value] }]) {
          const result = restoreDesign(input);
          if (result.ok) designSchema.parse(result.value.design);
        }
      }),
    );
  });

  it('yields a valid design and a notice for a good design with any one place replaced', () => {
    fc.assert(
      fc.property(arbitraryDesign, fc.jsonValue(), fc.nat(), (design, value, place) => {
        const result = restoreDesign(replaceAt(design, value, place));
        if (result.ok) designSchema.parse(result.value.design);
      }),
      { numRuns: 300 },
    );
  });

  it('returns a good design unchanged, without notices', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        expect(restored(design)).toEqual({ design, notices: [] });
      }),
    );
  });

  it('leaves the prototype of every object alone', () => {
    const text = `{"version":1,"__proto__":{"polluted":1},"columns":[{"id":"a","name":"a",
      "constructor":{"prototype":{"polluted":1}},"fill":{"kind":"boolean","\\u005f_proto__":{"polluted":1}}}],
      "sources":[{"id":"s","name":"s","kind":"inline","rows":[{"__proto__":{"polluted":1},"x":1}]}]}`;
    const { design, notices } = restored(JSON.parse(text));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify(design)).not.toContain('polluted');
    expect(notices.filter(({ code }) => code === 'forbidden-key')).toHaveLength(4);
  });

  it('survives getters that throw and cycles', () => {
    const cyclic: Record<string, unknown> = { version: 1 };
    cyclic.columns = [cyclic];
    const throwing = Object.defineProperty({}, 'version', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(refusal(cyclic)).toBe('too-deep');
    expect(refusal(throwing)).toBe('unreadable');
  });

  it('freezes the design at every depth', () => {
    const { design } = restored(
      createDesign({ columns: [restored({ columns: [size] }).design.columns[0]!] }),
    );
    expect(Object.isFrozen(design.columns[0]?.fill)).toBe(true);
    expect(Object.isFrozen(design.variety)).toBe(true);
  });
});

describe('limits of a document', () => {
  it('refuses nesting that would break recursive code', () => {
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(refusal({ version: 1, columns: deep })).toBe('too-deep');
  });

  it('refuses too many values and too many characters', () => {
    expect(refusal({ version: 1, columns: Array.from({ length: 60_000 }, () => 0) })).toBe(
      'too-many-values',
    );
    expect(refusal({ version: 1, columns: new Array(1e9) })).toBe('too-many-values');
    expect(refusal({ version: 1, brief: 'x'.repeat(1_000_001) })).toBe('too-large');
  });

  it('mends thousands of equal ids without comparing each with each', () => {
    const charts = Array.from({ length: 12_000 }, () => ({ id: 'a', kind: 'scatter', x: 'size' }));
    const { notices } = restored({ version: 1, columns: [size], charts });
    expect(notices).toHaveLength(501);
  });

  it('keeps the first constraints of too many and says so', () => {
    const constraints = Array.from({ length: 10_000 / 4 }, (_, index) => ({
      kind: 'unique',
      id: `r${index}`,
      columns: ['size'],
    }));
    const { design, notices } = restored({ version: 1, columns: [size], constraints });
    expect(design.constraints).toHaveLength(1_000);
    expect(notices.map(({ code }) => code)).toEqual(['too-many-items']);
  });

  it('caps the rows at the limit with a notice', () => {
    const { design, notices } = restored({ version: 1, rows: 10_000_000 });
    expect(design.rows).toBe(1_000_000);
    expect(notices[0]?.path).toEqual(['rows']);
  });

  it('cuts a name of a megabyte', () => {
    expect(restored({ version: 1, name: 'n'.repeat(900_000) }).design.name).toHaveLength(200);
  });
});

describe('the version', () => {
  it('is assumed with a notice when the rest looks like a design', () => {
    expect(noticesOf({ columns: [size] })).toEqual(['warning version-missing version']);
  });

  it.each([[{ hello: 1 }], [[]], ['text'], [null], [{ columns: 5 }]])(
    'is asked for when %j does not look like a design',
    (input) => {
      expect(refusal(input)).toBe('not-a-design');
    },
  );

  it('refuses a design of a newer release', () => {
    const result = restoreDesign({ version: 2, columns: [] });
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'version-newer', path: ['version'] }],
    });
    expect(JSON.stringify(result)).toContain('made by a newer Rowsmith');
  });
});

function replaceAt(design: DatasetDesign, value: unknown, place: number): unknown {
  const copy = structuredClone(design) as unknown;
  const slots: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      slots.push({ holder: holder as Record<string, unknown>, key });
      visit((holder as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const slot = slots[place % slots.length];
  if (slot !== undefined) slot.holder[slot.key] = value;
  return copy;
}
