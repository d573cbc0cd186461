import { counted } from '#core/base/counted.ts';
import { SERIES_TOKENS } from '#ui/theme/series-token.ts';
import { fitText, type Picture, type PicturePoint, type Shape } from './picture.ts';

export interface ShareLine {
  readonly label: string;
  readonly count: number;
  readonly target?: number;
  /** Zero-based, for the column whose values are series. */
  readonly series?: number;
}

export interface SharesView {
  readonly groups: readonly { readonly name: string; readonly lines: readonly ShareLine[] }[];
  /** What all bars are parts of: a bar that is all of it fills its line. Without it the longest nearly does. */
  readonly whole?: number;
}

const lineHeight = 18;
const headHeight = 20;
const mostLabelRoom = 78;

export function sharesHeight({ groups }: SharesView): number {
  return groups.reduce(
    (sum, { name, lines }) => sum + headOf(name) + lines.length * lineHeight + 4,
    4,
  );
}

function headOf(name: string): number {
  return name === '' ? 0 : headHeight;
}

/** One bar per value, its target as a tick, both numbers at the right. */
export function sharesPicture(view: SharesView, width: number): Picture {
  const shapes: Shape[] = [];
  const points: PicturePoint[] = [];
  const all = view.groups.flatMap(({ lines }) => lines);
  const labelRoom = Math.min(mostLabelRoom, width * 0.4);
  const countRoom = all.some(({ target }) => target !== undefined) ? 78 : 40;
  const right = Math.max(labelRoom + 20, width - countRoom);
  const most = Math.max(1, ...all.map(({ count, target = 0 }) => Math.max(count, target)));
  const scale = (right - labelRoom) / (view.whole ?? most / 0.93);
  let y = 2;
  for (const { name, lines } of view.groups) {
    shapes.push({ kind: 'text', x: 0, y: y + headHeight / 2 - 1, text: fitText(name, width) });
    y += headOf(name);
    for (const entry of lines) {
      const middle = y + lineHeight / 2;
      shapes.push(...lineShapes(entry, { middle, labelRoom, right, scale, width }));
      points.push({
        x: labelRoom + (right - labelRoom) / 2,
        y: middle,
        halfWidth: width,
        halfHeight: lineHeight / 2,
        words: [
          `${name} ${entry.label}`.trim(),
          counted(entry.count, 'row'),
          ...(entry.target === undefined ? [] : [`target ${entry.target.toLocaleString('en')}`]),
        ],
        key: `${name}\n${entry.label}`,
      });
      y += lineHeight;
    }
    y += 4;
  }
  return { width, height: sharesHeight(view), shapes, points };
}

interface LinePlace {
  readonly middle: number;
  readonly labelRoom: number;
  readonly right: number;
  readonly scale: number;
  readonly width: number;
}

function lineShapes(
  entry: ShareLine,
  { middle, labelRoom, right, scale, width }: LinePlace,
): Shape[] {
  const { label, count, target, series } = entry;
  const bar = { kind: 'rect', x: labelRoom, y: middle - 4, height: 8, radius: 2 } as const;
  const fill = series === undefined ? 'series-rest' : (SERIES_TOKENS[series] ?? 'series-rest');
  const counted = count.toLocaleString('en');
  const wanted = target === undefined ? '' : ` / ${target.toLocaleString('en')}`;
  return [
    { kind: 'text', x: 0, y: middle, text: fitText(label, labelRoom - 6), fill: 'ink', size: 12 },
    { ...bar, width: right - labelRoom, fill: 'hover' },
    { ...bar, width: count * scale, fill },
    ...(target === undefined
      ? []
      : [
          {
            kind: 'rect',
            x: labelRoom + target * scale - 1,
            y: middle - 7,
            width: 2,
            height: 14,
            fill: 'ink',
          } as const,
        ]),
    {
      kind: 'text',
      x: width - wanted.length * 6.1,
      y: middle,
      text: counted,
      fill: 'ink',
      size: 12,
      weight: 600,
      anchor: 'end',
    },
    { kind: 'text', x: width, y: middle, text: wanted.trim(), size: 12, anchor: 'end' },
  ];
}
