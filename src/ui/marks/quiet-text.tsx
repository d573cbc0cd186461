import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Quiet = styled('span')({ marginLeft: 3, color: tokenVar('ink-3') });

/** A second text after a label. The blank before it keeps the two apart when they are read out. */
export function QuietText({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {' '}
      <Quiet>{children}</Quiet>
    </>
  );
}
