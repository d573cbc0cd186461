import { describe, expect, it } from 'vitest';
import { applyOverride, parseOverride } from './apply-overrides.ts';
import { UsageError } from './cli-host.ts';

describe('--set', () => {
  it.for([
    ['rows=5', ['rows'], 5],
    ['columns[0].fill.low=3', ['columns', 0, 'fill', 'low'], 3],
    ['name=Shop = 7', ['name'], 'Shop = 7'],
    ['name="5"', ['name'], '5'],
    ['brief=', ['brief'], ''],
    ['columns[1].fill.values["a=b"]=[1]', ['columns', 1, 'fill', 'values', 'a=b'], [1]],
    ['output={"format":"csv"}', ['output'], { format: 'csv' }],
  ] as const)('reads %s', ([text, path, value]) => {
    expect(parseOverride(text)).toEqual({ path, value });
  });

  it.for(['rows', '=5', 'a..b=1', '.a=1', 'a[=1', 'a[x]=1', ''])('refuses %j', (text) => {
    expect(() => parseOverride(text)).toThrow(UsageError);
  });

  it.for(['__proto__.x', 'columns[0].constructor.prototype', '["__proto__"]'])(
    'never reaches a prototype: %s',
    (path) => {
      expect(() => parseOverride(`${path}=1`)).toThrow('cannot be set');
    },
  );

  it('changes a copy', () => {
    const document = { columns: [{ fill: { low: 1, high: 9 } }] };
    const changed = applyOverride(document, { path: ['columns', 0, 'fill', 'low'], value: 3 });
    expect(changed).toEqual({ columns: [{ fill: { low: 3, high: 9 } }] });
    expect(document.columns[0]!.fill.low).toBe(1);
  });

  it('adds to a list at its end only', () => {
    expect(applyOverride({ a: [1] }, { path: ['a', 1], value: 2 })).toEqual({ a: [1, 2] });
    expect(() => applyOverride({ a: [1] }, { path: ['a', 3], value: 2 })).toThrow('has 1 items');
  });

  it('says where a path leads nowhere', () => {
    expect(() => applyOverride({ a: 5 }, { path: ['a', 'b'], value: 2 })).toThrow(
      'a.b cannot be set, because a is not an object',
    );
  });
});
