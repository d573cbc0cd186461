import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimilarTexts, textSimilarity } from './similar-texts.ts';
import { textCore } from './text-core.ts';

const words = fc.array(
  fc.constantFrom(...'amber birch cedar delta ember frost grove haven'.split(' ')),
  {
    minLength: 8,
    maxLength: 30,
  },
);

function memoryOf(texts: ReadonlyMap<number, string>, threshold = 0.6) {
  const memory = createSimilarTexts({ threshold, textOf: (id) => texts.get(id) });
  for (const [id, text] of texts) memory.add(id, text);
  return memory;
}

describe('createSimilarTexts', () => {
  it('always finds a text that differs in what does not count', () => {
    fc.assert(
      fc.property(words, (list) => {
        const memory = memoryOf(new Map([[1, list.join(' ')]]));
        const found = memory.nearest(`${list.join(', ').toUpperCase()} 12!`, 2);
        expect(found).toEqual({ id: 1, similarity: 1 });
      }),
    );
  });

  it('never reports a pair below the threshold', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 12 }), (lists) => {
        const texts = new Map(lists.map((list, id) => [id, list.join(' ')]));
        const memory = memoryOf(texts);
        for (const [id, text] of texts) {
          const found = memory.nearest(text, id);
          if (found === undefined) continue;
          expect(found.similarity).toBe(textSimilarity(text, texts.get(found.id) ?? ''));
          expect(found.similarity).toBeGreaterThanOrEqual(0.6);
          expect(found.id).not.toBe(id);
        }
      }),
    );
  });

  it('forgets what is removed or replaced', () => {
    const texts = new Map([[1, 'the quick brown fox jumps over the lazy dog again and again']]);
    const memory = memoryOf(texts);
    const text = texts.get(1) ?? '';
    expect(memory.nearest(text, 2)?.id).toBe(1);
    memory.add(1, 'something else altogether, with nothing in common');
    expect(memory.nearest(text, 2)).toBeUndefined();
    memory.add(1, text);
    memory.remove(1);
    expect(memory.nearest(text, 2)).toBeUndefined();
  });
});

describe('textCore', () => {
  it('keeps letters of any script and drops case, digits, signs and blanks', () => {
    expect(textCore('  Straße 12,\n“Ｆａｎｃｙ”  ')).toBe('strasse fancy');
    expect(textCore('東京タワー 3')).toBe('東京タワー');
    expect(textCore(' 12 - 7 ')).toBe('12 - 7');
  });
});
