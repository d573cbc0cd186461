import { describe, expect, it } from 'vitest';
import { darkTokens, lightTokens } from '#ui/theme/tokens.ts';
import { contrast, paintOf } from './paint.ts';
import { escapeXml, pictureSvg } from './picture-svg.ts';
import { nearestPoint } from './picture-view.tsx';
import type { Picture } from './picture.ts';

const hostile = '"><script>alert(1)</script>&\u0000';

describe('pictureSvg', () => {
  const picture: Picture = {
    width: 100,
    height: 50,
    points: [],
    shapes: [
      { kind: 'text', x: 1, y: 2, text: hostile },
      { kind: 'rect', x: 0, y: 0, width: 10.12345, height: 5, fill: 'series-1' },
    ],
  };

  it('escapes every text, so that names from a stranger’s design stay text', () => {
    const svg = pictureSvg(picture, { tokens: lightTokens, title: hostile });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('text')?.textContent).toBe('"><script>alert(1)</script>&');
  });

  it('holds the colours of its scheme and no variables', () => {
    const svg = pictureSvg(picture, { tokens: darkTokens, title: 'x', ground: true });
    expect(svg).toContain(darkTokens['series-1']);
    expect(svg).toContain(darkTokens.sheet);
    expect(svg).not.toContain('var(');
    expect(svg).toContain('width="10.12"');
  });
});

describe('escapeXml', () => {
  it('is fit for attributes in either quotes', () => {
    expect(escapeXml(`a"b'c<d>&`)).toBe('a&quot;b&#39;c&lt;d&gt;&amp;');
  });
});

describe('paintOf heat', () => {
  it('can be read at every step in both schemes', () => {
    for (const tokens of [lightTokens, darkTokens])
      for (let step = 0; step <= 20; step += 1) {
        const heat = step / 20;
        const ground = paintOf({ heat }, tokens);
        expect(contrast(ground, paintOf({ onHeat: heat }, tokens))).toBeGreaterThanOrEqual(4.58);
      }
  });

  it('runs from hover to ramp', () => {
    expect(paintOf({ heat: 0 }, lightTokens)).toBe(lightTokens.hover.toLowerCase());
    expect(paintOf({ heat: 1 }, lightTokens)).toBe(lightTokens.ramp.toLowerCase());
  });
});

describe('nearestPoint', () => {
  const points = [
    { x: 10, y: 10, words: [] },
    { x: 50, y: 10, halfWidth: 20, halfHeight: 10, words: [] },
  ];

  it('finds the point within reach, or the box around the place', () => {
    expect(nearestPoint(points, 12, 14)).toBe(0);
    expect(nearestPoint(points, 68, 3)).toBe(1);
    expect(nearestPoint(points, 10, 200)).toBe(-1);
  });
});
