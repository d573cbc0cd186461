import { fitText, type Picture, type PictureSize, type Shape } from './picture.ts';

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** 0 to 1 along the ramp. */
  readonly heat: number;
  readonly text: string;
  /** Asked for by a rule. */
  readonly isRinged?: boolean;
  readonly words: readonly string[];
  readonly key?: string;
}

export interface HeatView {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
}

const labelRoom = 64;
const footRoom = 22;
const gap = 2;
const mostHigh = 40;

export function heatHeight({ rows }: HeatView): number {
  return Math.max(1, rows.length) * mostHigh + footRoom;
}

/** Squares whose colour is their number, names at the left and below. */
export function heatPicture(view: HeatView, { width, height }: PictureSize): Picture {
  const cellWidth = (width - labelRoom - gap) / Math.max(1, view.columns.length);
  const cellHeight = (height - footRoom) / Math.max(1, view.rows.length);
  const place = (cell: HeatCell) => ({
    x: labelRoom + cell.column * cellWidth,
    y: cell.row * cellHeight,
  });
  const isWide = cellWidth >= 26 && cellHeight >= 14;
  return {
    width,
    height,
    shapes: [
      ...view.cells.map((cell): Shape => ({
        kind: 'rect',
        x: place(cell).x + gap / 2,
        y: place(cell).y + gap / 2,
        width: cellWidth - gap,
        height: cellHeight - gap,
        radius: 3,
        fill: { heat: cell.heat },
        ...(cell.isRinged === true ? { stroke: 'ink', strokeWidth: 1.5 } : {}),
      })),
      ...view.cells.map((cell): Shape => ({
        kind: 'text',
        x: place(cell).x + cellWidth / 2,
        y: place(cell).y + cellHeight / 2,
        text: isWide ? cell.text : '',
        size: 12,
        weight: 500,
        anchor: 'middle',
        fill: { onHeat: cell.heat },
      })),
      ...view.rows.map((name, row): Shape => ({
        kind: 'text',
        x: labelRoom - 6,
        y: (row + 0.5) * cellHeight,
        text: fitText(name, labelRoom - 6),
        anchor: 'end',
      })),
      ...view.columns.map((name, column): Shape => ({
        kind: 'text',
        x: labelRoom + (column + 0.5) * cellWidth,
        y: height - footRoom / 2,
        text: fitText(name, cellWidth),
        anchor: 'middle',
      })),
    ],
    points: view.cells.map((cell) => ({
      x: place(cell).x + cellWidth / 2,
      y: place(cell).y + cellHeight / 2,
      halfWidth: cellWidth / 2,
      halfHeight: cellHeight / 2,
      words: cell.words,
      ...(cell.key === undefined ? {} : { key: cell.key }),
    })),
  };
}
