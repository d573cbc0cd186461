import { describe, expect, it } from 'vitest';
import { completionAt, insertReference, insertWhole } from './reference-completion.ts';

const options = [
  { name: 'brand', fillKind: 'category', note: 'category' },
  { name: 'brand.description', fillKind: 'category', note: 'attribute' },
  { name: 'price', fillKind: 'formula', note: 'formula' },
];
const namesAt = (text: string, caret = text.length) =>
  completionAt(text, caret, options)?.options.map(({ name }) => name);

describe('completionAt', () => {
  it('offers every column behind two braces', () => {
    expect(namesAt('A {{ ')).toEqual(['brand', 'price']);
  });

  it('offers attributes once a name is being typed', () => {
    expect(namesAt('{{ br')).toEqual(['brand', 'brand.description']);
    expect(namesAt('{{ brand.')).toEqual(['brand.description']);
  });

  it('offers names behind an operator', () => {
    expect(namesAt('{{ 2 * pr')).toEqual(['price']);
  });

  it('stays silent outside braces, in strings and behind a filter bar', () => {
    expect(namesAt('br')).toBeUndefined();
    expect(namesAt('{{ price }} br')).toBeUndefined();
    expect(namesAt("{{ 'br")).toBeUndefined();
    expect(namesAt('{{ price | ro')).toBeUndefined();
  });
});

describe('insertReference', () => {
  it('closes the braces that were open', () => {
    const text = 'A {{br and more';
    const completion = completionAt(text, 6, options)!;
    expect(insertReference(text, completion, 'brand')).toEqual({
      text: 'A {{ brand }} and more',
      caret: 13,
    });
  });

  it('leaves braces alone that are closed already', () => {
    const text = 'A {{ br }} set';
    const completion = completionAt(text, 7, options)!;
    expect(insertReference(text, completion, 'brand').text).toBe('A {{ brand }} set');
  });
});

describe('insertWhole', () => {
  it('writes a reference at the caret, apart from the word before it', () => {
    expect(insertWhole('A set', 1, 'size')).toEqual({ text: 'A {{ size }} set', caret: 12 });
  });
});
