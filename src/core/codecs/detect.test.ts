import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect.ts';

describe('detectFormat', () => {
  it.each([
    ['{"version":1}', undefined, 'other'],
    ['\uFEFF  {', undefined, 'other'],
    ['https://rowsmith.example/#d=1.abc', undefined, 'share-link'],
    ['#d=1.abc', undefined, 'share-link'],
    ['1.abc_-', undefined, 'share-link'],
    ['https://rowsmith.example/', undefined, 'other'],
    ['a,b\n1,2', 'rows.csv', 'other'],
    ['', 'empty.rowsmith.json', 'other'],
  ])('of %j in %s is %s', (text, fileName, format) => {
    expect(detectFormat(text, fileName)).toBe(format);
  });
});
