import { describe, expect, it } from 'vitest';
import { editorThemes } from './monaco-theme.ts';
import { darkTokens, lightTokens, type TokenName, tokenNames } from './tokens.ts';

const LEAST_TEXT = 4.5;
const LEAST_GRAPHIC = 3;

const PLANES: readonly TokenName[] = ['sheet', 'bg', 'sunken', 'raised', 'hover', 'hover-raised'];
const TEXTS: readonly TokenName[] = ['ink', 'ink-2', 'ink-3'];
const HUES: readonly TokenName[] = [
  'blue',
  'ember',
  'red',
  'amber',
  'green',
  'sampled',
  'source',
  'generated',
  'derived',
];
const SERIES: readonly TokenName[] = tokenNames.filter((name) => name.startsWith('series-'));

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each([
  ['light', lightTokens],
  ['dark', darkTokens],
])('tokens of the %s scheme', (_, tokens) => {
  it('give every text colour enough contrast on every plane', () => {
    const weak = [...TEXTS, ...HUES].flatMap((text) =>
      PLANES.filter((plane) => contrast(tokens[text], tokens[plane]) < LEAST_TEXT).map(
        (plane) => `${text} on ${plane}`,
      ),
    );
    expect(weak).toEqual([]);
  });

  it('give every hue enough contrast on its own soft ground', () => {
    const weak = HUES.filter((hue) => {
      const soft = tokens[`${hue}-soft` as TokenName];
      return contrast(tokens[hue], soft) < LEAST_TEXT;
    });
    expect(weak).toEqual([]);
  });

  it('tell what is hovered from the plane it lies on', () => {
    expect(contrast(tokens.hover, tokens.sheet)).toBeGreaterThan(1.09);
    expect(contrast(tokens['hover-raised'], tokens.raised)).toBeGreaterThan(1.09);
  });

  it('keep words on filled buttons and toasts readable', () => {
    const pairs: readonly (readonly [TokenName, TokenName])[] = [
      ['on-ink', 'ink-fill'],
      ['on-ember', 'ember-fill'],
      ['on-ember', 'ember-fill-hover'],
      ['on-plate', 'plate'],
      ['ink-2', 'press'],
      ['ink-3', 'hover'],
    ];
    const weak = pairs.filter(
      ([text, ground]) => contrast(tokens[text], tokens[ground]) < LEAST_TEXT,
    );
    expect(weak).toEqual([]);
  });

  it('keep every series visible on the sheet', () => {
    const weak = SERIES.filter((name) => contrast(tokens[name], tokens.sheet) < LEAST_GRAPHIC);
    expect(weak).toEqual([]);
  });
});

describe('editorThemes', () => {
  it('are made of plain six-digit colours without a hash in the rules', () => {
    const rules = [...editorThemes.light.rules, ...editorThemes.dark.rules];
    expect(rules.filter((rule) => !/^[0-9A-F]{6}$/i.test(rule.foreground))).toEqual([]);
  });
});
