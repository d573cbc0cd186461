/** A picture as the text of an SVG file: no styles, no scripts, every text escaped. */
import type { Tokens } from '#ui/theme/tokens.ts';
import { paintOf } from './paint.ts';
import { round, type Paint, type Picture, type Shape } from './picture.ts';

const font = 'Geist, system-ui, sans-serif';

export interface SvgOptions {
  readonly tokens: Tokens;
  /** The picture in words, for those who do not see it. */
  readonly title: string;
  /** Fills the ground, for files that stand alone. */
  readonly ground?: boolean;
}

export function pictureSvg(
  picture: Picture,
  { tokens, title, ground = false }: SvgOptions,
): string {
  const { width, height, shapes } = picture;
  const all: readonly Shape[] = ground
    ? [{ kind: 'rect', x: 0, y: 0, width, height, fill: 'sheet' }, ...shapes]
    : shapes;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${font}">`;
  return `${head}<title>${escapeXml(title)}</title>${all.map((shape) => shapeText(shape, tokens)).join('')}</svg>`;
}

function shapeText(shape: Shape, tokens: Tokens): string {
  const paint = (value: Paint | undefined): string =>
    value === undefined ? 'none' : paintOf(value, tokens, true);
  switch (shape.kind) {
    case 'rect':
      return `<rect${attributes({ x: shape.x, y: shape.y, width: Math.max(0, shape.width), height: Math.max(0, shape.height), rx: shape.radius, fill: paint(shape.fill), ...strokeOf(shape, paint) })}/>`;
    case 'path':
      return `<path${attributes({ d: shape.d, transform: moved(shape), fill: paint(shape.fill), ...strokeOf(shape, paint) })}/>`;
    case 'text':
      return `<text${attributes({ x: shape.x, y: shape.y, dy: '0.35em', fill: paint(shape.fill ?? 'ink-3'), 'font-size': shape.size ?? 11, 'font-weight': shape.weight, 'text-anchor': shape.anchor })}>${escapeXml(shape.text)}</text>`;
  }
}

function strokeOf(
  shape: Exclude<Shape, { kind: 'text' }>,
  paint: (value: Paint | undefined) => string,
) {
  return {
    stroke: shape.stroke === undefined ? undefined : paint(shape.stroke),
    'stroke-width': shape.strokeWidth,
    'stroke-dasharray': shape.dash,
    opacity: shape.opacity,
  };
}

/** Undefined where a path stays where it is. */
export function moved(shape: { readonly x?: number; readonly y?: number }): string | undefined {
  return shape.x === undefined && shape.y === undefined
    ? undefined
    : `translate(${round(shape.x ?? 0)},${round(shape.y ?? 0)})`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeXml(String(typeof value === 'number' ? round(value) : value))}"`,
    )
    .join('');
}

/** Fit for text and for attributes in double quotes, in XML and HTML alike. Control characters, which XML has no place for, are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
