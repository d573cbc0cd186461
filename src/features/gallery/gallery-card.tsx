import { styled } from '@mui/material/styles';
import type { GalleryEntry } from '#state/gallery/load-gallery.ts';
import { Tag } from '#ui/marks/tag.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { DesignCard } from './design-card.ts';
import { isLong, sampleTracks, sampleWords } from './sample-words.ts';

const Head = styled('span')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  '& strong': { flex: 1 },
  '& small': { fontSize: '0.75rem', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});
const Sample = styled('span')({
  display: 'grid',
  marginTop: 6,
  fontSize: '0.75rem',
  fontVariantNumeric: 'tabular-nums',
  color: tokenVar('ink'),
  '& > span': {
    display: 'flex',
    alignItems: 'center',
    gap: 5,
    minWidth: 0,
    padding: '3px 10px 3px 0',
    borderBottom: `1px solid ${tokenVar('line')}`,
  },
  '& > span > span:last-of-type': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // What may be cut claims no width of its own.
  '& > [data-long=true]': { contain: 'inline-size' },
});

interface GalleryCardProps {
  readonly entry: GalleryEntry;
  readonly onOpen: () => void;
}

/** A design with its columns and three of its rows. */
export function GalleryCard({ entry, onOpen }: GalleryCardProps) {
  const { title, about, sample, design, isOumi, needsModel } = entry;
  const names = Object.keys(sample[0] ?? {});
  return (
    <DesignCard
      type="button"
      aria-label={[title, about, needsModel].filter(Boolean).join('. ')}
      title={needsModel}
      onClick={onOpen}
    >
      <Head>
        <strong>{title}</strong>
        {isOumi && <Tag tone="plain">Oumi</Tag>}
        <Needs entry={entry} />
      </Head>
      {about}
      <Sample style={{ gridTemplateColumns: sampleTracks(sample, names) }}>
        {names.map((name) => (
          <span key={name}>
            <FillTile fillKind={kindOf(name, design)} size={16} />
            <span>{name}</span>
          </span>
        ))}
        {sample.flatMap((row, index) =>
          names.map((name) => (
            <span key={`${index} ${name}`} data-long={isLong(sample, name)}>
              <span>{sampleWords(row[name], columnOf(name, design))}</span>
            </span>
          )),
        )}
      </Sample>
    </DesignCard>
  );
}

function Needs({ entry: { needsNoKey, needsModel, design } }: Pick<GalleryCardProps, 'entry'>) {
  if (needsNoKey) return <Tag tone="ok">no key needed</Tag>;
  if (needsModel !== undefined) return <Tag tone="warn">needs a real model</Tag>;
  return <small>{`${design.rows.toLocaleString('en')} rows`}</small>;
}

function columnOf(name: string, { columns }: Pick<GalleryEntry['design'], 'columns'>) {
  return columns.find((column) => column.name === name);
}

/** What made a column; a call that plays conversations has a sign of its own. */
function kindOf(name: string, { columns, calls }: GalleryEntry['design']): string {
  const fill = columnOf(name, { columns })?.fill;
  if (fill?.kind !== 'generated') return fill?.kind ?? 'template';
  const kind = calls.find(({ id }) => id === fill.call)?.output.kind;
  return kind === 'conversation' ? kind : 'generated';
}
