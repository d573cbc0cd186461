import { describe, expect, it } from 'vitest';
import { entryText, moveInput, readInput, readOutput, withInput } from './tool-answers.ts';
import { deleteParameter, readParameters, writeParameter } from './tool-parameters.ts';

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    title: { type: 'string', description: 'Of the book', minLength: 2 },
    tags: { type: 'array' },
  },
  required: ['title'],
};

describe('arguments of a tool', () => {
  it('are read as lines, lists among them as something else', () => {
    expect(readParameters(schema)).toEqual([
      { name: 'title', type: 'string', description: 'Of the book', isRequired: true },
      { name: 'tags', type: undefined, description: '', isRequired: false },
    ]);
    expect(readParameters({ properties: 7, required: 'x' })).toEqual([]);
  });

  it('keep what the form does not show when they change', () => {
    const [title, tags] = readParameters(schema);
    const renamed = writeParameter(schema, 'title', { ...title!, name: 'name', isRequired: false });
    expect(renamed).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        name: { type: 'string', description: 'Of the book', minLength: 2 },
        tags: { type: 'array' },
      },
    });
    expect(writeParameter(schema, 'tags', { ...tags!, isRequired: true })).toEqual({
      ...schema,
      required: ['title', 'tags'],
    });
    expect(deleteParameter(schema, 'title')).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { tags: { type: 'array' } },
    });
  });
});

describe('answers of a tool', () => {
  it('are typed as texts, and as JSON where they are more', () => {
    for (const value of ['plain', '{broken', { a: [1] }, [true]])
      expect(readOutput(entryText(value))).toEqual(value);
    expect(readOutput('7')).toBe('7');
  });

  it('take arguments in their type, and keep what does not fit', () => {
    expect(readInput('007', 'string')).toBe('007');
    expect(readInput('7', 'integer')).toBe(7);
    expect(readInput('seven', 'integer')).toBe('seven');
    expect(readInput('true', 'boolean')).toBe(true);
    expect(readInput('[1]', undefined)).toEqual([1]);
    expect(readInput('', 'string')).toBeUndefined();
  });

  it('follow their arguments', () => {
    const entry = { input: { a: 1, b: 2 }, output: 'x' };
    expect(withInput(entry, 'a', undefined).input).toEqual({ b: 2 });
    expect(moveInput([entry], 'a', 'c')[0]?.input).toEqual({ c: 1, b: 2 });
    expect(moveInput([entry], 'a', undefined)[0]?.input).toEqual({ b: 2 });
  });
});
