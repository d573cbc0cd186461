import { describe, expect, it } from 'vitest';
import { completionAt, insertReference, insertWhole } from './reference-completion.ts';

const options = [
  { name: 'brand', fillKind: 'category', note: 'category' },
  { name: 'brand.description', fillKind: 'category', note: 'attribute' },
  { name: 'price', fillKind: 'formula', note: 'formula' },
];
const namesAt = (text: string, caret = text.length) =>
  completionAt(text, caret, { options, dialect: 'jinja' })?.options.map(({ name }) => name);

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
    const completion = completionAt(text, 6, { options, dialect: 'jinja' })!;
    expect(insertReference(text, completion, { name: 'brand', dialect: 'jinja' })).toEqual({
      text: 'A {{ brand }} and more',
      caret: 13,
    });
  });

  it('leaves braces alone that are closed already', () => {
    const text = 'A {{ br }} set';
    const completion = completionAt(text, 7, { options, dialect: 'jinja' })!;
    expect(insertReference(text, completion, { name: 'brand', dialect: 'jinja' }).text).toBe(
      'A {{ brand }} set',
    );
  });
});

describe('insertWhole', () => {
  it('writes a reference at the caret, apart from the word before it', () => {
    expect(insertWhole('A set', 1, { name: 'size', dialect: 'jinja' })).toEqual({
      text: 'A {{ size }} set',
      caret: 12,
    });
  });
});

describe('in the dialect of Oumi', () => {
  const dialect = 'oumi';

  it('names are offered behind one brace, and not behind two', () => {
    const at = (text: string) => completionAt(text, text.length, { options, dialect });
    expect(at('A {br')?.options.map(({ name }) => name)).toEqual(['brand', 'brand.description']);
    expect(at('A {{br')).toBeUndefined();
    expect(at('{brand} br')).toBeUndefined();
  });

  it('a reference has single braces', () => {
    expect(insertWhole('A set', 1, { name: 'size', dialect }).text).toBe('A {size} set');
    const completion = completionAt('A {br', 5, { options, dialect })!;
    expect(insertReference('A {br', completion, { name: 'brand', dialect }).text).toBe('A {brand}');
  });
});
