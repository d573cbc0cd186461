import { describe, expect, it } from 'vitest';
import { parseValueList } from './parse-value-list.ts';

const parse = (text: string) => parseValueList(text, { existing: [] }).values;

describe('parseValueList', () => {
  it('reads one value per line and skips empty lines', () => {
    expect(parse('Avora\n\n  Halden  \r\n')).toEqual([
      { value: 'Avora', weight: 1 },
      { value: 'Halden', weight: 1 },
    ]);
  });

  it('reads value, description and weight divided by tabs', () => {
    expect(parse('Avora\tMid-market, friendly\t30')).toEqual([
      { value: 'Avora', description: 'Mid-market, friendly', weight: 30 },
    ]);
  });

  it('keeps commas inside a description and takes the last number as the weight', () => {
    expect(parse('Avora, Mid-market, friendly, 30 %')).toEqual([
      { value: 'Avora', description: 'Mid-market, friendly', weight: 30 },
    ]);
  });

  it('keeps commas and quotes inside quoted cells', () => {
    expect(parse('"Smith, ""J""",12')).toEqual([{ value: 'Smith, "J"', weight: 12 }]);
  });

  it('follows a first line that names the cells', () => {
    expect(parse('weight,value,label\n2,de,German')).toEqual([
      { value: 'de', label: 'German', weight: 2 },
    ]);
  });

  it('leaves out values the table has already and counts them', () => {
    const pasted = parseValueList('a\nb\nb', { existing: [{ value: 'a', weight: 1 }] });
    expect(pasted).toEqual({ values: [{ value: 'b', weight: 1 }], repeatCount: 2 });
  });

  it('turns plain numbers into numbers only when asked to', () => {
    expect(parseValueList('32\n007', { existing: [], asNumbers: true }).values).toEqual([
      { value: 32, weight: 1 },
      { value: '007', weight: 1 },
    ]);
    expect(parse('32')[0]?.value).toBe('32');
  });
});
