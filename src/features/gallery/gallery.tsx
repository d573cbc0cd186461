import { styled } from '@mui/material/styles';
import Search from 'lucide-react/icons/search';
import { useCallback, useEffect, useState } from 'react';
import { galleryGroups, type GalleryGroup } from '#state/gallery/gallery-group.ts';
import { isFound, loadGallery, type GalleryEntry } from '#state/gallery/load-gallery.ts';
import { useWorkbench } from '#state/react.tsx';
import type { Template } from '#state/template-actions.ts';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { DesignCards } from './design-card.ts';
import { GalleryCard } from './gallery-card.tsx';
import { MyTemplates } from './my-templates.tsx';

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

const Quiet = styled('p')({ margin: '4px 0', color: tokenVar('ink-2') });

type Filter = GalleryGroup | 'All' | 'Mine';

const names: readonly Filter[] = ['All', ...galleryGroups, 'Mine'];
const filters = names.map((name) => ({ value: name, label: name }));

interface GalleryProps {
  readonly onOpen: (entry: GalleryEntry) => void;
  readonly onOpenMine: (work: () => Promise<void>) => void;
}

/** The user's own designs and finished ones, by group and search. Its files are loaded when it is first shown. */
export function Gallery({ onOpen, onOpenMine }: GalleryProps) {
  const entries = useEntries();
  const { mine, reload } = useTemplates();
  const [group, setGroup] = useState<Filter>('All');
  const [search, setSearch] = useState('');
  const found = entries.filter(
    (entry) => (group === 'All' || entry.group === group) && isFound(entry, search),
  );
  const ownFound = mine.filter(
    ({ design }) => (group === 'All' || group === 'Mine') && hasWords(design.name, search),
  );
  const isEmpty = entries.length > 0 && found.length + ownFound.length === 0;
  return (
    <section aria-label="Finished designs">
      <Head>
        <h3>Or start from a finished one</h3>
        <Groups>
          <SegmentedControl
            label="Group"
            asPills
            value={group}
            options={filters}
            onChange={setGroup}
          />
        </Groups>
        <TextField
          label="Find a design"
          labelAt="hidden"
          type="search"
          start={<Icon glyph={Search} size={15} />}
          placeholder={`Find among ${entries.length + mine.length}`}
          value={search}
          onChange={setSearch}
        />
      </Head>
      <DesignCards aria-busy={entries.length === 0}>
        <MyTemplates templates={ownFound} onOpen={onOpenMine} onChanged={reload} />
        {found.map((entry) => (
          <li key={entry.id}>
            <GalleryCard entry={entry} onOpen={() => onOpen(entry)} />
          </li>
        ))}
      </DesignCards>
      {isEmpty && (
        <Quiet>
          {group === 'Mine' && mine.length === 0
            ? 'None yet. “Save as my template” stands in the menu beside the name of a design.'
            : 'No design fits this search.'}
        </Quiet>
      )}
    </section>
  );
}

function hasWords(name: string, search: string): boolean {
  return name.toLowerCase().includes(search.trim().toLowerCase());
}

function useEntries(): readonly GalleryEntry[] {
  const [entries, setEntries] = useState<readonly GalleryEntry[]>([]);
  useEffect(() => {
    let isShown = true;
    void loadGallery().then((loaded) => {
      if (isShown) setEntries(loaded);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return entries;
}

function useTemplates(): { readonly mine: readonly Template[]; readonly reload: () => void } {
  const { templates } = useWorkbench();
  const [mine, setMine] = useState<readonly Template[]>([]);
  const reload = useCallback(() => {
    templates.list().then(setMine, () => setMine([]));
  }, [templates]);
  useEffect(reload, [reload]);
  return { mine, reload };
}
