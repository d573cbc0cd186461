import { styled } from '@mui/material/styles';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { limits } from '#core/base/limits.ts';
import type { ShareLink } from '#core/codecs/share-link.ts';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { lengthWords, safeCharacters } from './link-words.ts';

const LinkLine = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'end',
  gap: 8,
});

const Below = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 10px',
  margin: '10px 0 16px',
});

const Length = styled('p')({ margin: 0, color: tokenVar('ink-2'), fontSize: '0.75rem' });

const Track = styled('span')({
  flex: '1 1 120px',
  height: 3,
  borderRadius: 3,
  overflow: 'hidden',
  backgroundColor: tokenVar('press'),
  '& > span': { display: 'block', height: '100%', backgroundColor: tokenVar('ink-2') },
});

interface LinkFieldProps {
  /** Undefined while it is being made. */
  readonly share: ShareLink | undefined;
  readonly hasRows: boolean;
}

/** The link to copy, and how long it is beside what every program takes. */
export function LinkField({ share, hasRows }: LinkFieldProps) {
  const [copied, setCopied] = useState('');
  const link = share?.link ?? '';

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

  if (share !== undefined && share.notices.length > 0)
    return (
      <Banner tone="warn" inset>
        This design is too large for a link: {share.characters.toLocaleString('en')} of at most{' '}
        {limits.linkLength.toLocaleString('en')} characters.{' '}
        {hasRows ? 'Leave the rows out, or save it' : 'Save it'} as a file instead.
      </Banner>
    );
  return (
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
      <Below>
        <Track aria-hidden>
          <span style={{ width: `${Math.min(100, (100 * link.length) / safeCharacters)}%` }} />
        </Track>
        <Length role="status">
          {copied}
          {lengthWords(link.length)}
        </Length>
      </Below>
    </>
  );
}
