import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Minus from 'lucide-react/icons/minus';
import { useEffect, useState } from 'react';
import { limits } from '#core/base/limits.ts';
import { encodeShareLink, type ShareLink } from '#core/codecs/share-link.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { lengthWords, linkContents, linkOmissions } from './link-words.ts';

const LinkLine = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'end',
  gap: 8,
});

const Length = styled('p')({ margin: '8px 0 16px', color: tokenVar('ink-2'), fontSize: '0.75rem' });

const Lists = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 8,
});

const List = styled('section')({
  padding: '10px 12px',
  borderRadius: 8,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
  '& h3': { margin: '0 0 4px', fontSize: 'inherit', fontWeight: 600 },
  '& ul': { margin: 0, padding: 0, listStyle: 'none' },
  '& li': { display: 'flex', alignItems: 'center', gap: 10, minHeight: 25 },
  '&[data-in=true] svg': { color: tokenVar('green') },
  '&[data-in=false] svg': { color: tokenVar('ink-3') },
});

/** The link, and in plain words what travels in it and what does not. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { documents } = useWorkbench();
  const design = useDesign((state) => state.design);
  const [copied, setCopied] = useState('');
  const share = useShareLink(design);
  const link = share?.link ?? '';
  const isTooLong = share !== undefined && share.characters > limits.linkLength;

  async function copy() {
    // Said inside the dialog: what lies behind it is hidden from everybody.
    try {
      await navigator.clipboard.writeText(link);
      setCopied('Copied. ');
    } catch {
      // Browsers refuse on pages that are not secure, and wherever the user said so.
      setCopied('The browser refused to copy. Select the link and copy it by hand. ');
    }
  }

  return (
    <Dialog
      open
      title="Share"
      onClose={onClose}
      quietActions={
        <Button
          tone="ghost"
          glyph={Download}
          onClick={() => {
            void documents.saveAsFile();
          }}
        >
          Save as file
        </Button>
      }
      actions={<span>Nothing is uploaded.</span>}
    >
      <p>Whoever opens this link gets the whole design and can run it with a key of their own.</p>
      {isTooLong ? (
        <Banner tone="warn" inset>
          This design is too large for a link: {share.characters.toLocaleString('en')} of at most{' '}
          {limits.linkLength.toLocaleString('en')} characters. Save it as a file instead.
        </Banner>
      ) : (
        <>
          <LinkLine>
            <TextField label="Link" size="large" mono readOnly selectsOnFocus value={link} />
            <Button
              size="large"
              tone="ink"
              glyph={Copy}
              disabled={link === ''}
              onClick={() => void copy()}
            >
              Copy link
            </Button>
          </LinkLine>
          <Length role="status">
            {copied}
            {lengthWords(link.length)}
          </Length>
        </>
      )}
      <Lists>
        <Contents title="In the link" isIn items={linkContents(design)} />
        <Contents title="Not in the link" isIn={false} items={linkOmissions} />
      </Lists>
    </Dialog>
  );
}

interface ContentsProps {
  readonly title: string;
  readonly isIn: boolean;
  readonly items: readonly string[];
}

function Contents({ title, isIn, items }: ContentsProps) {
  return (
    <List data-in={isIn}>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Icon glyph={isIn ? Check : Minus} size={15} />
            {item}
          </li>
        ))}
      </ul>
    </List>
  );
}

function useShareLink(design: DatasetDesign): ShareLink | undefined {
  const { host } = useWorkbench();
  const [share, setShare] = useState<ShareLink | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void encodeShareLink(design, host.pageAddress()).then((next) => {
      if (isCurrent) setShare(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [design, host]);
  return share;
}
