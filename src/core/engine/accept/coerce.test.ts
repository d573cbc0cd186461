import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#core/base/json.ts';
import { columnTypes } from '#core/design/design.ts';
import { coerce, type CoercedField } from './coerce.ts';

function outcome(
  value: JsonValue | undefined,
  field: CoercedField | CoercedField['type'],
): unknown {
  const result = coerce(value, typeof field === 'string' ? { type: field } : field);
  return result.ok ? result.value : `refused: ${result.error}`;
}

describe('coerce', () => {
  it('never throws and returns JSON for any value and type', () => {
    const types = fc.constantFrom(...columnTypes);
    const values = fc.oneof(
      fc.jsonValue() as fc.Arbitrary<JsonValue>,
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-+$€ ]{0,3}[\d., ']{1,12}[a-z%". ]{0,4}$/),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(values, types, fc.boolean(), (value, type, isNullable) => {
        const result = coerce(value, { type, isNullable });
        if (result.ok) expect(JSON.stringify(result.value)).toBeTypeOf('string');
        else expect(result.error).not.toBe('');
      }),
    );
  });

  it('gives back the values it has given, unchanged', () => {
    const types = fc.constantFrom(...columnTypes);
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<JsonValue>, types, (value, type) => {
        const once = coerce(value, { type });
        if (once.ok) expect(coerce(once.value, { type })).toEqual(once);
      }),
    );
  });

  it('refuses a value nested deeper than any cell may be', () => {
    let deep: JsonValue = 'x';
    for (let level = 0; level < 5_000; level += 1) deep = [deep];
    expect(outcome({ deep }, 'object')).toBe('refused: is nested too deeply');
  });

  it('refuses a text of more than 1 MB', () => {
    expect(outcome('x'.repeat(1_000_001), 'text')).toBe('refused: is larger than 1 MB');
    expect(outcome('x'.repeat(1_000_000), 'text')).toHaveLength(1_000_000);
  });

  it.each([null, undefined, '', '  ', []])('refuses %j where nothing may be empty', (value) => {
    expect(outcome(value, 'list')).toBe('refused: is empty');
    expect(outcome(value, { type: 'list', isNullable: true })).toBeNull();
  });
});

describe('coerce to a number', () => {
  it.each([
    ['$1,299.99', 1299.99],
    ['1.299,99 €', 1299.99],
    ['55 in', 55],
    ['55"', 55],
    ['1 299,99', 1299.99],
    ['1\u202f299,99', 1299.99],
    ["1'299.50", 1299.5],
    ['1,299', 1299],
    ['1.299', 1.299],
    ['1,29', 1.29],
    ['0,125', 0.125],
    ['1,299,000', 1299000],
    ['1.299.000', 1299000],
    ['12,34,567.5', 1234567.5],
    ['−5', -5],
    ['-$5.50', -5.5],
    ['$-5.50', -5.5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['USD 20', 20],
    ['20 kg', 20],
  ])('reads %j as %d', (text, number) => {
    expect(outcome(text, 'decimal')).toBe(number);
  });

  it.each([
    'abc',
    '',
    '10-20',
    '10–20',
    '1.2.3',
    '1,2,3',
    '~5',
    '5 to 6',
    '1.5 million',
    '2k',
    '45%',
    '1e999',
    'about 5',
    '1 29',
    '--5',
    'N/A',
    '12:30',
    '3/4',
    '½',
  ])('refuses %j', (text) => {
    expect(outcome(text, 'decimal')).toMatch(/^refused/);
  });

  it('accepts the unit of the column under its usual names', () => {
    expect(outcome('55 inches', { type: 'decimal', unit: 'in' })).toBe(55);
    expect(outcome('$12', { type: 'decimal', unit: 'USD' })).toBe(12);
    expect(outcome('45 %', { type: 'decimal', unit: '%' })).toBe(45);
    expect(outcome('5 m', { type: 'decimal', unit: 'm' })).toBe(5);
  });

  it('refuses another unit than that of the column', () => {
    expect(outcome('140 cm', { type: 'decimal', unit: 'in' })).toBe(
      'refused: “140 cm” has another unit than in',
    );
  });

  it('takes whole numbers only for an integer', () => {
    expect(outcome(3.0, 'integer')).toBe(3);
    expect(outcome('3.0', 'integer')).toBe(3);
    expect(outcome(3.4, 'integer')).toBe('refused: 3.4 is no whole number');
    expect(outcome(1e300, 'integer')).toMatch(/^refused/);
  });

  it('does not take a boolean for a number', () => {
    expect(outcome(true, 'integer')).toBe('refused: true is no number');
  });
});

describe('coerce to a boolean', () => {
  it.each([
    ['yes', true],
    ['No', false],
    ['TRUE', true],
    ['0', false],
    [1, true],
  ])('reads %j as %s', (value, truth) => {
    expect(outcome(value, 'boolean')).toBe(truth);
  });

  it.each(['maybe', 2, 'y'])('refuses %j', (value) => {
    expect(outcome(value, 'boolean')).toMatch(/neither true nor false/);
  });
});

describe('coerce to a date', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-2-9', '2024-02-09'],
    ['2024/02/29', '2024-02-29'],
    ['29.02.2024', '2024-02-29'],
    ['29 February 2024', '2024-02-29'],
    ['Feb. 29th, 2024', '2024-02-29'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['2024-02-29T23:30:00-05:00', '2024-02-29'],
  ])('reads %j as %s', (text, date) => {
    expect(outcome(text, 'date')).toBe(date);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    'yesterday',
    '2024',
    '0000-01-01',
    '31 April 2024',
  ])('refuses %j', (text) => {
    expect(outcome(text, 'date')).toMatch(/^refused/);
  });

  it('refuses a date that could be two', () => {
    expect(outcome('02/03/2024', 'date')).toBe(
      'refused: “02/03/2024” could be two dates; write it as YYYY-MM-DD',
    );
  });

  it('keeps fraction and offset of a moment and wants a time of day', () => {
    expect(outcome('2024-02-29 9:05', 'datetime')).toBe('2024-02-29T09:05:00');
    expect(outcome('2024-02-29T09:05:07.250+0530', 'datetime')).toBe(
      '2024-02-29T09:05:07.250+05:30',
    );
    expect(outcome('2024-02-29', 'datetime')).toMatch(/no time of day/);
    expect(outcome('2024-02-29T25:00', 'datetime')).toMatch(/no valid time/);
  });
});

describe('coerce to text, lists and objects', () => {
  it('writes numbers and booleans as text and refuses structures', () => {
    expect(outcome(55, 'text')).toBe('55');
    expect(outcome(true, 'text')).toBe('true');
    expect(outcome({ a: 1 }, 'text')).toMatch(/^refused/);
  });

  it('replaces lone surrogates and NUL', () => {
    expect(outcome('a\0b', 'text')).toBe('a\ufffdb');
    expect(outcome('a\ud800b😀', 'text')).toBe('a\ufffdb😀');
    expect(outcome({ k: ['\udc00'] }, 'object')).toEqual({ k: ['\ufffd'] });
  });

  it('takes the canonical spelling of an allowed value', () => {
    const field = { type: 'text', values: ['OLED', 'QLED'] } as const;
    expect(outcome(' oled ', field)).toBe('OLED');
    expect(outcome('LED', field)).toBe('refused: “LED” is none of the allowed values (OLED, QLED)');
  });

  it('prefers the exact spelling among values that differ in case only', () => {
    expect(outcome('No', { type: 'text', values: ['NO', 'No'] })).toBe('No');
  });

  it('compares allowed values of a number by value', () => {
    expect(outcome('3.0', { type: 'integer', values: ['3', '5'] })).toBe(3);
    expect(outcome(4, { type: 'integer', values: ['3', '5'] })).toMatch(/^refused/);
  });

  it('names the allowed values of a number to an answer that is none', () => {
    expect(outcome('4/5', { type: 'integer', values: ['4', '5'] })).toBe(
      'refused: “4/5” is none of the allowed values (4, 5)',
    );
    expect(outcome([4], { type: 'integer', values: ['4', '5'] })).toBe(
      'refused: a list is no number',
    );
  });

  it('reads a list from a JSON text and names the item that is wrong', () => {
    expect(outcome('["a", 2]', 'list')).toEqual(['a', '2']);
    expect(outcome(['a', null], 'list')).toBe('refused: item 2: is empty');
    expect(outcome('a, b', 'list')).toMatch(/^refused/);
  });

  it('takes the declared fields of an object and names the one that is missing', () => {
    const field: CoercedField = {
      type: 'object',
      fields: [
        { name: 'city', type: 'text' },
        { name: '__proto__', type: 'integer' },
      ],
    };
    const given = JSON.parse('{"city":"Ulm","__proto__":"3","more":1}') as JsonValue;
    expect(JSON.stringify(outcome(given, field))).toBe('{"city":"Ulm","__proto__":3}');
    expect(outcome({ city: 'Ulm' }, field)).toBe('refused: __proto__: is empty');
  });
});
