import { describe, expect, it } from 'vitest';
import { restoreDesign } from './restore.ts';

const facts = { id: 'c1', name: 'facts', fill: { kind: 'constant', value: 'a' } };

function fillsOf(fill: object): unknown {
  const reader = { id: 'c2', name: 'reader', fill };
  const result = restoreDesign({ version: 1, columns: [facts, reader] });
  return result.ok ? result.value.design.columns[1]?.fill : result.error;
}

describe('a fill that names another column', () => {
  it('holds its id afterwards: a cleaned text', () => {
    expect(fillsOf({ kind: 'postprocess', column: 'facts' })).toMatchObject({ column: 'c1' });
  });

  it('holds its id afterwards: a time after another', () => {
    const delta = { kind: 'timedelta', reference: 'facts', dtMin: 1, dtMax: 2, unit: 'D' };
    expect(fillsOf(delta)).toMatchObject({ reference: 'c1' });
  });
});
