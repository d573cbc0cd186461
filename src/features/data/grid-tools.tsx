import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import Columns3 from 'lucide-react/icons/columns-3';
import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import Table2 from 'lucide-react/icons/table-2';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { useDesign, useView } from '#state/react.tsx';
import { useGridSettings } from './use-grid-settings.ts';

const ColumnsPane = lazyPart(async () => (await import('./columns-pane.tsx')).ColumnsPane);
const FilterPane = lazyPart(async () => (await import('./filter-pane.tsx')).FilterPane);

const Tools = styled('div')({
  display: 'flex',
  flex: '1 1 300px',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 4,
  minWidth: 0,
  minHeight: 38,
  '@media (max-width: 599.95px)': {
    minHeight: 52,
    '& > search': { flex: '1 1 0', margin: 0 },
  },
});

const SearchBox = styled('search')({ flex: '0 1 168px', minWidth: 72, marginLeft: 4 });

const searchDelayMs = 150;

/** Filter, columns and search, beside the tabs. */
export function GridTools() {
  const isPhone = useMediaQuery('(max-width: 599.95px)');
  return (
    <Tools>
      {isPhone && <QuickSearch />}
      <FilterTool />
      {isPhone ? <TableTool /> : <ColumnsTool />}
      {!isPhone && <QuickSearch />}
    </Tools>
  );
}

/** Cards or the table, where only one of them has room. */
function TableTool() {
  const isTable = useView((view) => view.isTableOnPhone);
  const { set } = useView((view) => view.actions);
  return (
    <IconButton
      label="Show as table"
      glyph={Table2}
      pressed={isTable}
      onClick={() => set({ isTableOnPhone: !isTable })}
    />
  );
}

function FilterTool() {
  const asked = useView((view) => view.filterColumn);
  const { set } = useView((view) => view.actions);
  const count = useView((view) => view.query.filters.length);
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // The button exists only after the first drawing.
    setAnchor(asked === undefined ? null : button.current);
  }, [asked]);
  return (
    <>
      <Button
        ref={button}
        tone="ghost"
        glyph={ListFilter}
        opensDialog
        {...(count > 0 ? { aside: count, description: `${count} in use` } : {})}
        onClick={() => set({ filterColumn: '' })}
      >
        Filter
      </Button>
      {anchor !== null && (
        <FilterPane
          anchor={anchor}
          columnId={asked ?? ''}
          onClose={() => set({ filterColumn: undefined })}
        />
      )}
    </>
  );
}

function ColumnsTool() {
  const { settings, change } = useGridSettings();
  const all = useDesign((state) => state.design.columns);
  const columns = all.filter(({ drop }) => !drop);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = columns.filter(({ id }) => !settings.hidden.includes(id)).length;
  const words = `${shown} of ${columns.length}`;
  const isTight = useMediaQuery('(max-width: 1199.95px)');
  return (
    <>
      <Button
        tone="ghost"
        glyph={Columns3}
        opensDialog
        // Where room is short, only what is out of the ordinary is counted.
        {...(isTight && shown === columns.length ? {} : { aside: words })}
        description={`${words} shown`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Columns
      </Button>
      {anchor !== null && (
        <ColumnsPane
          anchor={anchor}
          columns={columns}
          hidden={settings.hidden}
          onChange={(hidden) => change({ hidden })}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}

function QuickSearch() {
  const query = useView((view) => view.query);
  const { set } = useView((view) => view.actions);
  const columns = useDesign((state) => state.design.columns);
  const [text, setText] = useState(query.search);
  const [seen, setSeen] = useState(query.search);
  // Cleared elsewhere, such as by another document.
  if (seen !== query.search) {
    setSeen(query.search);
    setText(query.search);
  }
  useEffect(() => {
    if (text === query.search) return undefined;
    const timer = setTimeout(() => {
      const searched = columns.filter(({ drop }) => !drop).map(({ id }) => id);
      set({ query: { ...query, search: text, searched } });
    }, searchDelayMs);
    return () => clearTimeout(timer);
  }, [text, query, columns, set]);
  return (
    <SearchBox>
      <TextField
        label="Search rows"
        labelAt="hidden"
        type="search"
        placeholder="Search"
        start={<Icon glyph={Search} size={15} />}
        value={text}
        onChange={setText}
      />
    </SearchBox>
  );
}
