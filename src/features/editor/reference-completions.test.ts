import { describe, expect, it } from 'vitest';
import { columnSchema } from '#core/design/design-schema.ts';
import {
  placeholderPrefix,
  placeholderSuggestions,
  referencePrefix,
  referenceSuggestions,
} from './reference-completions.ts';

describe('referencePrefix', () => {
  it.each([
    ['"{{ ', ''],
    ['"{{ si', 'si'],
    ['"{{ size * pri', 'pri'],
    ['"{{ type.la', 'type.la'],
    ['"{% if ty', 'ty'],
    ['"{{ a }} and {{ b', 'b'],
    ['"{{ größe', 'größe'],
  ])('finds the name begun in %s', (before, prefix) => {
    expect(referencePrefix(before)).toBe(prefix);
  });

  it.each(['"size', '"{{ a }} si', '"{% if a %} si'])('finds none in %s', (before) => {
    expect(referencePrefix(before)).toBeUndefined();
  });
});

describe('referenceSuggestions', () => {
  it('offers a column with what it is', () => {
    const column = columnSchema.parse({
      id: 'x',
      name: 'size',
      description: 'Diagonal',
      fill: { kind: 'uuid' },
    });
    expect(referenceSuggestions([column])).toEqual([
      { name: 'size', detail: 'uuid', documentation: 'Diagonal' },
    ]);
  });

  it('offers the attributes of a category behind it', () => {
    const fill = { kind: 'category', values: [{ value: 'a', weight: 1 }] };
    const column = columnSchema.parse({ id: 'x', name: 'type', fill });
    expect(referenceSuggestions([column]).map(({ name }) => name)).toEqual([
      'type',
      'type.description',
      'type.label',
      'type.weight',
    ]);
  });
});

describe('placeholders of Oumi', () => {
  it.each([
    ['content: "Ask {', ''],
    ['content: "Ask {to', 'to'],
    ['{a} and {b.na', 'b.na'],
    ['{{{x', 'x'],
  ])('are begun in %s', (before, prefix) => {
    expect(placeholderPrefix(before)).toBe(prefix);
  });

  it.each(['Ask', '{{', '{{x', '{a} b'])('are not begun in %s', (before) => {
    expect(placeholderPrefix(before)).toBeUndefined();
  });

  it('offer the name and the description of a sampled attribute', () => {
    const fill = { kind: 'category', values: [{ value: 'a', weight: 1 }] };
    const column = columnSchema.parse({ id: 'x', name: 'type', fill });
    expect(placeholderSuggestions([column]).map(({ name }) => name)).toEqual([
      'type',
      'type.name',
      'type.description',
      'type.parent',
    ]);
  });
});
