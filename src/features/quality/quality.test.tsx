import { describe, expect, it } from 'vitest';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import { passRate } from './quality-figures.ts';
import { qualityReportHtml } from './report-html.ts';
import { brokenWords, heldWords } from './rule-words.ts';

const rowRule: ConstraintMeasure = {
  verdict: 'broken',
  label: '3 rows',
  brokenRows: [4, 7, 9],
  brokenCount: 3,
};
const setRule: ConstraintMeasure = { verdict: 'holds', label: 'r 0.97', brokenRows: [] };

describe('passRate', () => {
  it('counts a row rule once a row and a set rule once', () => {
    expect(passRate([rowRule, setRule], 100)).toBeCloseTo(98 / 101, 12);
  });

  it('is unknown without a measured rule', () => {
    expect(
      passRate([{ verdict: 'no-rows', label: 'no rows', brokenRows: [] }], 10),
    ).toBeUndefined();
  });
});

describe('rule words', () => {
  it('say how many rows hold and which break', () => {
    expect(heldWords(rowRule, 200)).toBe('197 of 200');
    expect(brokenWords(rowRule)).toBe('3 rows');
    expect(brokenWords({ ...rowRule, brokenRows: [127], brokenCount: 1 })).toBe('row 128');
    expect([heldWords(setRule, 200), brokenWords(setRule)]).toEqual(['r 0.97', 'none']);
  });
});

describe('qualityReportHtml', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const html = qualityReportHtml({
    title: hostile,
    about: hostile,
    figures: [{ value: hostile, label: hostile }],
    pictures: [
      {
        title: hostile,
        subtitle: hostile,
        verdict: { tone: hostile, text: hostile },
        svg: '<svg></svg>',
      },
    ],
    tables: [{ title: hostile, head: [hostile], rows: [[hostile]] }],
    isDemo: true,
  });

  it('keeps every text a text', () => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('img, script')).toHaveLength(0);
    expect(page.querySelector('h1')?.textContent).toBe(hostile);
    expect(page.querySelector('td')?.textContent).toBe(hostile);
  });

  it('loads nothing, runs nothing, and says that the demo model took part', () => {
    expect(html).toContain(`default-src &#39;none&#39;`);
    expect(html.replaceAll('&lt;img src=x', '')).not.toMatch(/(?:src|href)=/);
    expect(html).toContain('demo model');
  });
});
