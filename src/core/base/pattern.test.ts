import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { compilePattern } from './pattern.ts';

function problemOf(text: string): string {
  const result = compilePattern(text);
  if (result.ok) throw new Error('expected the pattern to be refused');
  return result.error.message;
}

function matches(pattern: string, text: string): boolean {
  const result = compilePattern(pattern);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.test(text);
}

describe('compilePattern', () => {
  it('matches the whole text only', () => {
    expect(matches('[A-Z]{2}\\d+', 'AB12')).toBe(true);
    expect(matches('[A-Z]{2}\\d+', 'xAB12')).toBe(false);
    expect(matches('a|ab', 'ab')).toBe(true);
  });

  it.each([
    ['a(?=b)', 'Look-ahead'],
    ['a(?!b)', 'Look-ahead'],
    ['(?<=a)b', 'Look-behind'],
    ['(?<!a)b', 'Look-behind'],
    ['(a)\\1', 'References to an earlier group'],
    ['(?<n>a)\\k<n>', 'References to an earlier group'],
    ['(?>a)', 'Atomic groups'],
    ['(', 'A closing ) is missing.'],
    ['[a', 'A closing ] is missing.'],
    ['*a', 'nothing to repeat'],
    ['a{2000}', 'repeat count'],
    ['\\p{Foo}', 'character class is not known: \\p{Foo}'],
    ['(a{1,1000}){1,1000}b', 'too large'],
  ])('refuses %s and names the reason', (pattern, reason) => {
    expect(problemOf(pattern)).toContain(reason);
  });

  it('refuses a pattern above the length limit before compiling it', () => {
    expect(problemOf('a|'.repeat(limits.patternLength))).toContain('the limit is 1,000');
  });

  it('answers nested repetition without backtracking', () => {
    expect(matches('(a+)+$', `${'a'.repeat(20_000)}b`)).toBe(false);
  });
});
