import Popover from '@mui/material/Popover';
import type { ReactNode } from 'react';

interface PopPaneProps {
  /** The accessible name. */
  readonly label: string;
  /** The button it hangs on. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small dialog that hangs on the button that opened it. */
export function PopPane({ label, anchor, onClose, children }: PopPaneProps) {
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': label } }}
    >
      {children}
    </Popover>
  );
}
