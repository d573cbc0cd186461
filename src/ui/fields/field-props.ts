import type { ReactNode } from 'react';

/** 24 in tables, 28 in panes, 32 in dialogs and the run bar. */
export type FieldSize = 'small' | 'medium' | 'large';

export const FIELD_HEIGHTS: Readonly<Record<FieldSize, number>> = {
  small: 24,
  medium: 28,
  large: 32,
};

/** What every field of the family takes. */
export interface FieldProps {
  /** The accessible name, always; drawn where `labelAt` says. */
  readonly label: string;
  readonly labelAt?: 'above' | 'left' | 'hidden';
  readonly hint?: ReactNode;
  /** Replaces the hint and marks the field as invalid. */
  readonly error?: string | undefined;
  readonly size?: FieldSize;
  readonly disabled?: boolean;
  readonly width?: number | string;
}
