import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Tag, type TagTone } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Frame = styled('figure')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  height: '100%',
  margin: 0,
  padding: '12px 16px',
});

const Head = styled('figcaption')({ display: 'flex', alignItems: 'flex-start', gap: 8 });
const Words = styled('div')({ flex: 1, minWidth: 0 });
const Title = styled('div')({ fontWeight: 600, textWrap: 'pretty' });
const Subtitle = styled('div')({
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  lineHeight: 16 / 12,
});
const Actions = styled('div')({ display: 'flex', alignItems: 'center', gap: 4, minHeight: 20 });
const Body = styled('div')({ flex: 1, minHeight: 0, marginTop: 8, position: 'relative' });

interface ChartFrameProps {
  /** The finding, as a sentence. */
  readonly title: string;
  /** The rule it is measured against. */
  readonly subtitle?: string;
  readonly verdict?: { readonly tone: TagTone; readonly text: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function ChartFrame({ title, subtitle, verdict, actions, children }: ChartFrameProps) {
  return (
    <Frame>
      <Head>
        <Words>
          <Title>{title}</Title>
          {subtitle !== undefined && <Subtitle>{subtitle}</Subtitle>}
        </Words>
        <Actions>
          {verdict && (
            <Tag tone={verdict.tone} ticked={verdict.tone === 'ok'}>
              {verdict.text}
            </Tag>
          )}
          {actions}
        </Actions>
      </Head>
      <Body>{children}</Body>
    </Frame>
  );
}
