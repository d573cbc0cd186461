import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { tokenVar } from '#ui/theme/tokens.ts';

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  padding: 24,
  textAlign: 'center',
  textWrap: 'balance',
});

const Title = styled('div')({ marginTop: 16, fontWeight: 600 });
const Text = styled('div')({ maxWidth: 300, marginTop: 2, color: tokenVar('ink-2') });
const Actions = styled('div')({ display: 'flex', gap: 8, marginTop: 10 });

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** A quiet drawing above the title. */
  readonly figure?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ title, children, figure, actions }: EmptyStateProps) {
  return (
    <Frame>
      {figure}
      <Title>{title}</Title>
      {children !== undefined && <Text>{children}</Text>}
      {actions !== undefined && <Actions>{actions}</Actions>}
    </Frame>
  );
}
