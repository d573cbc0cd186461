import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { FieldProps } from './field-props.ts';

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  '&[data-label-at=left]': { flexDirection: 'row', alignItems: 'center', gap: 8 },
});

const Label = styled('label')({
  marginBottom: 4,
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
  lineHeight: 16 / 12,
  fontWeight: 500,
  '[data-label-at=left] > &': { margin: 0, fontSize: '0.78125rem', fontWeight: 400 },
});

const Hint = styled('div')({
  marginTop: 4,
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  lineHeight: 16 / 12,
  '&[data-error=true]': { color: tokenVar('red') },
});

interface FieldFrameProps extends FieldProps {
  readonly fieldId: string;
  /** For controls that are no native inputs: they name themselves by the label's id. */
  readonly labelId?: string;
  readonly children: ReactNode;
}

export function hintIdOf(fieldId: string): string {
  return `${fieldId}-hint`;
}

/** Id of the hint when there is one to point at. */
export function describedBy(fieldId: string, { hint, error }: FieldProps): string | undefined {
  return hint !== undefined || error !== undefined ? hintIdOf(fieldId) : undefined;
}

export function FieldFrame(props: FieldFrameProps) {
  const { fieldId, labelId, label, labelAt = 'above', hint, error, children } = props;
  const note = error ?? hint;
  const labelElement = (
    <Label id={labelId} htmlFor={labelId === undefined ? fieldId : undefined}>
      {label}
    </Label>
  );
  return (
    <Frame data-label-at={labelAt} style={{ width: props.width ?? 'auto' }}>
      {labelAt === 'hidden' ? <VisuallyHidden>{labelElement}</VisuallyHidden> : labelElement}
      {children}
      {note !== undefined && (
        <Hint id={hintIdOf(fieldId)} data-error={error !== undefined}>
          {note}
        </Hint>
      )}
    </Frame>
  );
}
