/** Colours of a picture: tokens as variables on screen, as values in files; heat mixed in OKLab. */
import { tokenVar, type Tokens } from '#ui/theme/tokens.ts';
import type { Paint } from './picture.ts';

type Triple = readonly [number, number, number];

/** Heat is worked out from the tokens of the scheme, because its digits must be black or white. */
export function paintOf(paint: Paint, tokens: Tokens, isFile = false): string {
  if (typeof paint === 'string') return isFile ? tokens[paint] : tokenVar(paint);
  if ('heat' in paint) return mixed(tokens.hover, tokens.ramp, paint.heat);
  const ground = mixed(tokens.hover, tokens.ramp, paint.onHeat);
  return contrast(ground, '#ffffff') > contrast(ground, '#000000') ? '#ffffff' : '#000000';
}

function mixed(from: string, to: string, share: number): string {
  const [a, b] = [toOklab(linearOf(from)), toOklab(linearOf(to))];
  const at = Math.min(1, Math.max(0, share));
  return hexOf(fromOklab(a.map((value, index) => value + ((b[index] ?? 0) - value) * at) as never));
}

function linearOf(hex: string): Triple {
  return [1, 3, 5].map((start) => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as never;
}

function hexOf(linear: Triple): string {
  const parts = linear.map((value) => {
    const bounded = Math.min(1, Math.max(0, value));
    const curved = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(curved * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Matrices of Ottosson's OKLab (2020). */
function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Ratio of WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
