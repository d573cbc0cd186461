import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { Source } from '#core/design/design.ts';
import { isWanted, wantedEnvironments, wantedFiles } from './wanted-files.ts';

function source(id: string, path: string, rows: Source['rows'] = []): Source {
  return { id, name: id, kind: 'file', path, order: 'sequence', rows };
}

describe('wantedFiles', () => {
  it('names files and datasets without rows', () => {
    const sources = [
      source('a', 'data/rows.jsonl'),
      source('b', 'hf:org/name'),
      source('c', 'c.csv', [{ x: 1 }]),
    ];
    expect(wantedFiles(createDesign({ sources }))).toEqual([
      { sourceId: 'a', path: 'data/rows.jsonl', name: 'rows.jsonl' },
      { sourceId: 'b', path: 'hf:org/name', name: 'name', dataset: 'org/name' },
    ]);
  });
});

describe('wantedEnvironments', () => {
  it('names the file of tools until its text is there', () => {
    const path = 'tools/desk.yaml';
    expect(wantedEnvironments(createDesign({}))).toBeUndefined();
    expect(wantedEnvironments(createDesign({ environmentsFile: { path } }))).toEqual({
      path,
      name: 'desk.yaml',
    });
    expect(
      wantedEnvironments(createDesign({ environmentsFile: { path, text: 'environments: []' } })),
    ).toBeUndefined();
  });
});

describe('isWanted', () => {
  const want = (name: string) => ({ sourceId: 's', path: name, name });
  it.each([
    ['rows.jsonl', 'rows.jsonl', true],
    ['rows.jsonl', 'Rows.jsonl', false],
    ['*.csv', 'a.csv', true],
    ['a*b*.csv', 'a1b2.csv', true],
    ['a*b*.csv', 'a1.csv', false],
    ['ab*b', 'ab', false],
    ['*', 'anything', true],
  ])('%s and %s: %s', (name, file, expected) => {
    expect(isWanted(want(name), file)).toBe(expected);
  });

  it('never takes a file for a dataset of Hugging Face', () => {
    expect(isWanted({ ...want('name'), dataset: 'org/name' }, 'name')).toBe(false);
  });
});
