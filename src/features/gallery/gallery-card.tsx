import { styled } from '@mui/material/styles';
import type { JsonValue } from '#core/base/json.ts';
import type { GalleryEntry } from '#state/gallery/load-gallery.ts';
import { valueText } from '#state/value-text.ts';
import { Tag } from '#ui/marks/tag.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { DesignCard } from './design-card.ts';

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
      <Sample style={{ gridTemplateColumns: columnWidths(names, entry) }}>
        {names.map((name) => (
          <span key={name}>
            <FillTile fillKind={kindOf(name, design)} />
            <span>{name}</span>
          </span>
        ))}
        {sample.flatMap((row, index) =>
          names.map((name) => (
            <span key={`${index} ${name}`}>
              <span>{wordsOf(row[name], name, entry)}</span>
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

/** What made a column; a call that plays conversations has a sign of its own. */
function kindOf(name: string, { columns, calls }: GalleryEntry['design']): string {
  const fill = columns.find((column) => column.name === name)?.fill;
  if (fill?.kind !== 'generated') return fill?.kind ?? 'template';
  const kind = calls.find(({ id }) => id === fill.call)?.output.kind;
  return kind === 'conversation' ? kind : 'generated';
}

/** Long texts get twice the room, moments half as much again. */
function columnWidths(names: readonly string[], entry: GalleryEntry): string {
  return names
    .map((name) => {
      const { length } = wordsOf(entry.sample[0]?.[name], name, entry);
      const share = length > 18 ? 2 : length > 11 ? 1.5 : 1;
      return `minmax(0, ${share}fr)`;
    })
    .join(' ');
}

function wordsOf(value: JsonValue | undefined, name: string, { design }: GalleryEntry): string {
  const column = design.columns.find((one) => one.name === name);
  return valueText(value ?? null, { unit: column?.unit });
}
