/**
 * A chart as plain marks: laid out once, then drawn on screen, saved as a file or put into a report.
 * Colours are tokens until it is drawn, so that one picture serves both themes.
 */
import type { TokenName } from '#ui/theme/tokens.ts';

/** A token, or for heat a share from 0 to 1 along the ramp, or the digits that can be read on it. */
export type Paint = TokenName | { readonly heat: number } | { readonly onHeat: number };

interface Stroke {
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly opacity?: number;
}

export type Shape =
  | (Stroke & {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Paint;
      readonly radius?: number;
    })
  | (Stroke & {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: Paint;
      /** Moves the path there. */
      readonly x?: number;
      readonly y?: number;
    })
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the middle of the letters. */
      readonly y: number;
      readonly text: string;
      readonly fill?: Paint;
      readonly size?: number;
      readonly weight?: number;
      readonly anchor?: 'start' | 'middle' | 'end';
    };

/** A place that the pointer and the arrow keys reach. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
  /** The reach of the mark around its place; a box where it is wider than high. */
  readonly halfWidth?: number;
  readonly halfHeight?: number;
  /** First line is the name, the rest are its values. */
  readonly words: readonly string[];
  /** What a click is about; points without one are only read. */
  readonly key?: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** In the order the arrow keys walk them. */
  readonly points: readonly PicturePoint[];
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

export function line([x1, y1]: Point, [x2, y2]: Point): string {
  return `M${round(x1)},${round(y1)}L${round(x2)},${round(y2)}`;
}

/** Hundredths of a pixel are enough and keep files small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Cut with an ellipsis to about this many pixels of 11 px letters, never inside a character. */
export function fitText(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / 6.2));
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
