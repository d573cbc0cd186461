import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect.ts';

describe('detectFormat', () => {
  it.each([
    ['{"version":1}', undefined, 'rowsmith-json'],
    ['\uFEFF  {', undefined, 'rowsmith-json'],
    ['https://rowsmith.example/#d=1.abc', undefined, 'share-link'],
    ['#d=1.abc', undefined, 'share-link'],
    ['1.abc_-', undefined, 'share-link'],
    ['https://rowsmith.example/', undefined, 'unknown'],
    ['a,b\n1,2', 'rows.csv', 'unknown'],
    ['', 'empty.rowsmith.json', 'rowsmith-json'],
  ])('of %j in %s is %s', (text, fileName, format) => {
    expect(detectFormat(text, fileName)).toBe(format);
  });
});
