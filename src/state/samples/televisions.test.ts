import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { restoreDesign } from '#core/design/restore.ts';
import sample from './televisions.json';

describe('the television sample', () => {
  it('restores without notices and checks clean', () => {
    const result = restoreDesign(sample);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value).toEqual({ design: sample, notices: [] });
    expect(checkDesign(result.value.design)).toEqual([]);
  });

  it('states its rules in words', () => {
    const result = restoreDesign(sample);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { design } = result.value;
    expect(design.constraints.map((rule) => constraintSentence(rule, design))).toEqual([
      'price grows with size per type',
      'QLED costs 2 to 3 × OLED at equal size',
      'model is unique',
      'description has 10 to 30 words',
    ]);
  });
});
