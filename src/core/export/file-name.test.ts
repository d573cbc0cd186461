import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('fileName', () => {
  it('keeps letters, digits and accents and joins the rest with hyphens', () => {
    expect(fileName('Télévisions (2026): OLED / QLED', 'csv')).toBe(
      'Télévisions-2026-OLED-QLED.csv',
    );
  });

  it('never begins with a dot', () => {
    expect(fileName('../../.ssh/config', 'jsonl')).toBe('ssh-config.jsonl');
  });

  it('avoids names that Windows reserves', () => {
    expect(fileName('CON', 'csv')).toBe('dataset-CON.csv');
    expect(fileName('lpt1.x', 'csv')).toBe('dataset-lpt1.x.csv');
  });

  it('has a name when nothing is left', () => {
    expect(fileName('★★★', 'csv')).toBe('dataset.csv');
  });

  it('is short, visible and free of separators for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const file = fileName(name, 'jsonl');
        expect(file.length).toBeLessThanOrEqual(80);
        expect(file).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*\.jsonl$/u);
      }),
    );
  });
});
