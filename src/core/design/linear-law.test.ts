import { describe, expect, it } from 'vitest';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { applyCommand } from './edit.ts';
import {
  isLawWritten,
  lawFormula,
  suggestLaw,
  type LinearLaw,
  type LinearRule,
} from './linear-law.ts';
import { constraintSentence } from './sentence.ts';

const law: LinearLaw = {
  slope: 12.5,
  intercept: -200,
  noise: { kind: 'gaussian', amount: 0.05, relative: true },
  factors: [
    { value: 'OLED', factor: 1 },
    { value: 'QLED', factor: 2.4 },
  ],
};
const rule: LinearRule = {
  kind: 'linear',
  id: 'line',
  x: 'size',
  y: 'price',
  by: 'type',
  minR: 0.9,
  severity: 'must',
  inPrompt: true,
  chart: true,
  law,
};

function designWith(...constraints: readonly LinearRule[]): DatasetDesign {
  return designSchema.parse({
    version: 1,
    columns: [
      {
        id: 'type',
        name: 'type',
        fill: { kind: 'category', values: [{ value: 'OLED' }, { value: 'QLED' }] },
      },
      {
        id: 'size',
        name: 'size',
        type: 'integer',
        fill: { kind: 'number', distribution: { kind: 'uniform', low: 40, high: 80 } },
      },
      {
        id: 'price',
        name: 'price',
        type: 'decimal',
        fill: { kind: 'number', distribution: { kind: 'uniform', low: 300, high: 800 } },
      },
    ],
    constraints,
  });
}

function edited(
  design: DatasetDesign,
  ...command: Parameters<typeof applyCommand>[1][]
): DatasetDesign {
  return command.reduce((before, one) => {
    const result = applyCommand(before, one);
    if (!result.ok) throw new Error(result.error[0]?.message);
    return result.value;
  }, design);
}

function written(): DatasetDesign {
  const design = designWith(rule);
  const fill = lawFormula(rule, design);
  if (fill === undefined) throw new Error('The law has a formula.');
  const rounding = { decimalPlaces: 0 };
  return edited(design, { kind: 'set-fill', columnId: 'price', fill: { ...fill, rounding } });
}

const expressionOf = ({ columns }: DatasetDesign) => {
  const fill = columns.find(({ id }) => id === 'price')?.fill;
  return fill?.kind === 'formula' ? fill.expression : fill?.kind;
};

describe('a linear law', () => {
  it('is a formula with a factor for each group', () => {
    expect(lawFormula(rule, designWith(rule))).toEqual({
      kind: 'formula',
      expression: '(12.5 * size - 200) * (2.4 if type == "QLED" else 1)',
      noise: law.noise,
    });
    const { by: _, ...pooled } = rule;
    expect(lawFormula(pooled, designWith(pooled))?.expression).toBe('12.5 * size - 200');
  });

  it('has no formula over a column that formulas cannot read', () => {
    const design = edited(designWith(rule), {
      kind: 'rename-column',
      columnId: 'size',
      name: 'size in inches',
    });
    expect(lawFormula(rule, design)).toBeUndefined();
  });

  it('is said with its numbers', () => {
    expect(constraintSentence(rule, designWith(rule))).toBe(
      'price is 12.5 × size − 200, by type times 2.4 for QLED, give or take 5 %',
    );
  });

  it('takes the column along that it has filled, and keeps how it rounds', () => {
    const before = written();
    const after = edited(before, {
      kind: 'update-constraint',
      constraint: { ...rule, law: { ...law, slope: 10 } },
    });
    expect(isLawWritten(rule, before)).toBe(true);
    expect(after.columns[2]?.fill).toEqual({
      kind: 'formula',
      expression: '(10 * size - 200) * (2.4 if type == "QLED" else 1)',
      noise: law.noise,
      rounding: { decimalPlaces: 0 },
    });
  });

  it('leaves a column alone whose formula is not its own', () => {
    const own = edited(written(), {
      kind: 'set-fill',
      columnId: 'price',
      fill: { kind: 'formula', expression: 'size * 9' },
    });
    const change = {
      kind: 'update-constraint',
      constraint: { ...rule, law: { ...law, slope: 10 } },
    } as const;
    expect(expressionOf(edited(own, change))).toBe('size * 9');
    expect(expressionOf(edited(designWith(rule), change))).toBe('number');
  });

  it('knows its column after a renaming', () => {
    const renamed = edited(written(), { kind: 'rename-column', columnId: 'size', name: 'inches' });
    expect(isLawWritten(rule, renamed)).toBe(true);
  });

  it('is suggested through the corners of where the columns lie', () => {
    expect(suggestLaw(rule, designWith())).toEqual({
      slope: 12.5,
      intercept: -200,
      noise: { kind: 'gaussian', amount: 0.05, relative: true },
      factors: [
        { value: 'OLED', factor: 1 },
        { value: 'QLED', factor: 1 },
      ],
    });
  });
});
