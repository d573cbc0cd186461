import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it('says one thing, and many with their plural', () => {
  expect(counted(0, 'row')).toBe('0 rows');
  expect(counted(1, 'row')).toBe('1 row');
  expect(counted(1_200, 'call')).toBe('1,200 calls');
});
