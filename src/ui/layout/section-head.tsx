import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, minHeight: 32 });
const Title = styled('h3')({ margin: 0, fontSize: '0.8125rem', fontWeight: 600 });
const Count = styled('span')({ color: tokenVar('ink-3'), fontVariantNumeric: 'tabular-nums' });
const Actions = styled('div')({ display: 'flex', marginLeft: 'auto', gap: 4 });

interface SectionHeadProps {
  readonly title: string;
  readonly count?: number;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

export function SectionHead({ title, count, note, actions }: SectionHeadProps) {
  return (
    <Head>
      <Title>{title}</Title>
      {count !== undefined && <Count>{count}</Count>}
      {note !== undefined && <Count>{note}</Count>}
      {actions !== undefined && <Actions>{actions}</Actions>}
    </Head>
  );
}
