import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { ModelAlias } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { lengthWords, linkContents } from './link-words.ts';

const category = columnSchema.parse({
  id: 'type',
  name: 'type',
  fill: { kind: 'category', values: [{ value: 'a', weight: 1 }] },
});
const uuid = columnSchema.parse({ id: 'id', name: 'id', fill: { kind: 'uuid' } });

function writer(parts: Partial<ModelAlias> = {}): ModelAlias {
  return { alias: 'writer', provider: 'custom', model: 'small-1', ...parts };
}

describe('linkContents', () => {
  it('counts columns, tables, constraints and calls', () => {
    const contents = linkContents(createDesign({ columns: [category, uuid] }));
    expect(contents).toContain('2 columns, 1 attribute table');
    expect(contents).toContain('0 constraints, 0 calls');
  });

  it('names the models', () => {
    expect(linkContents(createDesign({ models: [writer()] }))).toContain(
      'Model name writer, small-1',
    );
  });

  it('says that the address of an endpoint travels along', () => {
    const models = [writer({ endpoint: 'https://models.example/v1' })];
    expect(linkContents(createDesign({ models }))).toContain(
      'Model address https://models.example/v1',
    );
  });

  it('counts the sources that were typed in', () => {
    const source = { id: 's', name: 's', kind: 'inline', order: 'sequence', rows: [] } as const;
    expect(linkContents(createDesign({ sources: [source] }))).toContain('1 source typed in');
  });
});

describe('lengthWords', () => {
  it('says so while the link is being made', () => {
    expect(lengthWords(0)).toBe('Making the link.');
  });

  it('warns of links that some programs cut', () => {
    expect(lengthWords(8_000)).toBe('8,000 characters, works everywhere');
    expect(lengthWords(8_001)).toMatch(/^8,001 characters: some mail .* longer than 8,000$/);
  });
});
