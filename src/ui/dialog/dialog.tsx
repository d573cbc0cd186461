import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import X from 'lucide-react/icons/x';
import { type ReactNode, use, useId } from 'react';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Notices } from '#ui/feedback/notices.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Head = styled('header')({
  display: 'flex',
  alignItems: 'center',
  flexShrink: 0,
  height: 52,
  padding: '0 12px 0 20px',
});

const Title = styled('h2')({
  flex: 1,
  margin: 0,
  fontSize: '0.9375rem',
  lineHeight: 22 / 15,
  fontWeight: 600,
  letterSpacing: '-0.012em',
  '&[data-display=true]': {
    fontSize: '1.3125rem',
    lineHeight: 28 / 21,
    letterSpacing: '-0.022em',
  },
});

const Body = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '&[data-padded=true]': { padding: '4px 20px 20px' },
  '&[data-padded=false]': { borderTop: `1px solid ${tokenVar('line')}` },
});

const Foot = styled('footer')({
  display: 'flex',
  alignItems: 'center',
  flexShrink: 0,
  flexWrap: 'wrap',
  gap: 8,
  minHeight: 56,
  padding: '10px 16px',
  borderTop: `1px solid ${tokenVar('line')}`,
  color: tokenVar('ink-2'),
});

const Quiet = styled('div')({ display: 'flex', alignItems: 'center', gap: 4, marginRight: 'auto' });
/** They stay together at the right, also where they have a line of their own. */
const Acts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 8,
  marginLeft: 'auto',
});

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Width in px; below 600 px of window the dialog takes the whole screen. */
  readonly width?: number;
  /** The title is the question of the whole screen. */
  readonly isDisplay?: boolean;
  /** False when the body brings its own panes and padding; it is then ruled off from the head. */
  readonly padded?: boolean;
  /** A body to be read, without a control: it takes the focus itself, so that keys scroll it. */
  readonly isText?: boolean;
  readonly quietActions?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Focus is trapped while open and returns to what opened it. */
export function Dialog(props: DialogProps) {
  const { title, open, onClose, width = 560, padded = true, quietActions, actions } = props;
  const titleId = useId();
  const isNarrow = useMediaQuery('(max-width: 599.95px)');
  return (
    <MuiDialog
      open={open}
      onClose={onClose}
      fullScreen={isNarrow}
      maxWidth={false}
      aria-labelledby={titleId}
      transitionDuration={{ enter: 200, exit: 120 }}
      slotProps={{ paper: { style: isNarrow ? {} : { width, maxWidth: 'calc(100vw - 32px)' } } }}
    >
      <Head>
        <Title id={titleId} data-display={props.isDisplay === true}>
          {title}
        </Title>
        <IconButton label="Close" glyph={X} onClick={onClose} />
      </Head>
      <Body
        data-padded={padded}
        {...(props.isText === true && { tabIndex: 0, role: 'region', 'aria-labelledby': titleId })}
      >
        {props.children}
      </Body>
      {(quietActions !== undefined || actions !== undefined) && (
        <Foot>
          <Quiet>{quietActions}</Quiet>
          <Acts>{actions}</Acts>
        </Foot>
      )}
      {use(Notices)}
    </MuiDialog>
  );
}
