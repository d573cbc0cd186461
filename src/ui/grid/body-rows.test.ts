import { expect, it } from 'vitest';
import { bodyRows } from './body-rows.ts';

it('gives each row its height', () => {
  expect(bodyRows(3, 32)).toBe('repeat(3, 32px)');
});

it('leaves the room to what stands there without rows', () => {
  expect(bodyRows(0, 32)).toBe('1fr');
});
