import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import Download from 'lucide-react/icons/download';
import FileCode from 'lucide-react/icons/file-code';
import Minus from 'lucide-react/icons/minus';
import { useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { LinkField } from './link-field.tsx';
import { linkContents, linkOmissions, tasteCost, tasteLabel } from './link-words.ts';
import { useShareLinks } from './use-share-links.ts';
import { countTaste, useTaste } from './use-taste.ts';

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

const Words = styled('p')({ margin: '0 0 12px' });
const Taste = styled('div')({ marginTop: 12 });

/** The link, and in plain words what travels in it and what does not. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { documents } = useWorkbench();
  const design = useDesign((state) => state.design);
  const { openDialog } = useView((view) => view.actions);
  const taste = useTaste();
  const offered = countTaste(taste);
  const [isWanted, setWanted] = useState(false);
  const hasTaste = isWanted && offered > 0;
  const links = useShareLinks(design, taste);
  const share = hasTaste ? links?.withRows : links?.plain;
  return (
    <Dialog
      open
      title="Share"
      onClose={onClose}
      quietActions={
        <>
          <Button
            tone="ghost"
            glyph={Download}
            onClick={() => {
              void documents.saveAsFile();
            }}
          >
            Save as file
          </Button>
          <Button
            tone="ghost"
            glyph={FileCode}
            onClick={() => {
              openDialog({ kind: 'oumi-export' });
            }}
          >
            Oumi YAML
          </Button>
        </>
      }
      actions={<span>Nothing is uploaded.</span>}
    >
      <Words>
        Whoever opens this link gets the whole design and can run it with a key of their own.
      </Words>
      <LinkField share={share} hasRows={hasTaste} />
      <Lists>
        <Contents title="In the link" isIn items={linkContents(design, hasTaste ? offered : 0)} />
        <Contents title="Not in the link" isIn={false} items={linkOmissions(hasTaste)} />
      </Lists>
      {offered > 0 && links !== undefined && (
        <Taste>
          <CheckboxField
            label={tasteLabel(offered)}
            secondary={tasteCost(links.withRows.characters - links.plain.characters)}
            checked={hasTaste}
            onChange={setWanted}
          />
        </Taste>
      )}
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
