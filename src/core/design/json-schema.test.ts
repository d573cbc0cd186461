import { describe, expect, it } from 'vitest';
import { designJsonSchema } from './json-schema.ts';

describe('designJsonSchema', () => {
  const schema = designJsonSchema();

  it('is draft 7 with titles and descriptions kept', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    const text = JSON.stringify(schema);
    expect(text).toContain('What is this dataset?');
    expect(text).toContain('"title":"Attribute value"');
  });

  it('asks for the version only', () => {
    expect(schema.required).toEqual(['version']);
  });

  it('resolves every reference it makes', () => {
    const definitions = Object.keys(schema.definitions as object);
    const targets = [...JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)];
    for (const [, target] of targets) expect(definitions).toContain(target);
  });
});
