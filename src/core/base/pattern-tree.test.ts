import { describe, expect, it } from 'vitest';
import { parsePattern } from './pattern-tree.ts';

function refusal(pattern: string): string {
  const tree = parsePattern(pattern);
  return tree.ok ? '' : tree.error;
}

describe('parsePattern', () => {
  it.for([
    ['(?=a)b', 'Look-ahead'],
    ['(a)\\1', 'earlier group'],
    ['\\p{L}+', 'Unicode classes'],
    ['(?i)abc', 'Flags'],
    ['a\\bc', 'not supported'],
    ['a$b', 'middle'],
    ['[^ -~]', 'no printable character'],
    ['.{1000000000}', 'repeat count'],
    ['(a{1,1000}){1,1000}b', ''],
    ['(', 'closing'],
  ] as const)('names what is wrong with %s', ([pattern, words]) => {
    expect(refusal(pattern)).toContain(words);
  });

  it('refuses a pattern whose shortest text is too long', () => {
    expect(refusal('((a{100}){100}){2}')).not.toBe('');
  });
});
