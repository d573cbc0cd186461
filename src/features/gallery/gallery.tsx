import { styled } from '@mui/material/styles';
import Search from 'lucide-react/icons/search';
import { useEffect, useState } from 'react';
import { galleryGroups, type GalleryGroup } from '#state/gallery/gallery-group.ts';
import { isFound, loadGallery, type GalleryEntry } from '#state/gallery/load-gallery.ts';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { GalleryCard } from './gallery-card.tsx';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 12px',
  margin: '18px 0 10px',
  '& h3': { margin: 0, fontSize: '0.8125rem', fontWeight: 600 },
  '& > :last-child': { marginLeft: 'auto' },
});
/** On a phone the groups are wider than the screen. */
const Groups = styled('div')({ maxWidth: '100%', overflowX: 'auto' });

const Cards = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
  gap: 10,
});
const Quiet = styled('p')({ margin: '4px 0', color: tokenVar('ink-2') });

const filters = ['All', ...galleryGroups].map((name) => ({
  value: name as GalleryGroup | 'All',
  label: name,
}));

/** Finished designs, by group and search. Its files are loaded when it is first shown. */
export function Gallery({ onOpen }: { readonly onOpen: (entry: GalleryEntry) => void }) {
  const [entries, setEntries] = useState<readonly GalleryEntry[]>([]);
  const [group, setGroup] = useState<GalleryGroup | 'All'>('All');
  const [search, setSearch] = useState('');
  useEffect(() => {
    let isShown = true;
    void loadGallery().then((loaded) => {
      if (isShown) setEntries(loaded);
    });
    return () => {
      isShown = false;
    };
  }, []);
  const found = entries.filter(
    (entry) => (group === 'All' || entry.group === group) && isFound(entry, search),
  );
  return (
    <section aria-label="Finished designs">
      <Head>
        <h3>Or start from a finished one</h3>
        <Groups>
          <SegmentedControl label="Group" value={group} options={filters} onChange={setGroup} />
        </Groups>
        <TextField
          label="Find a design"
          labelAt="hidden"
          type="search"
          start={<Icon glyph={Search} size={15} />}
          placeholder={`Find among ${entries.length}`}
          value={search}
          onChange={setSearch}
        />
      </Head>
      <Cards>
        {found.map((entry) => (
          <GalleryCard key={entry.id} entry={entry} onOpen={() => onOpen(entry)} />
        ))}
      </Cards>
      {entries.length > 0 && found.length === 0 && <Quiet>No design fits this search.</Quiet>}
    </section>
  );
}
