import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Separator } from './separator.tsx';

const Panes = styled('div')({ display: 'flex', width: '100%', height: '100%', minHeight: 0 });
const First = styled('div')({ flexShrink: 0, minWidth: 0, height: '100%' });
const Second = styled('div')({ flex: 1, minWidth: 0, height: '100%' });

interface SplitPaneProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Name of the separator, such as "Width of the design pane". */
  readonly label: string;
  /** Width of the first pane in px. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onSizeChange: (size: number) => void;
}

export function SplitPane({ first, second, ...separator }: SplitPaneProps) {
  return (
    <Panes>
      <First style={{ width: separator.size }}>{first}</First>
      <Separator orientation="vertical" {...separator} />
      <Second>{second}</Second>
    </Panes>
  );
}
