import ChartScatter from 'lucide-react/icons/chart-scatter';
import Ellipsis from 'lucide-react/icons/ellipsis';
import FileImage from 'lucide-react/icons/file-image';
import ImageDown from 'lucide-react/icons/image-down';
import Table2 from 'lucide-react/icons/table-2';
import { type ReactNode, useState } from 'react';
import { MenuButton } from '#ui/actions/menu-button.tsx';
import type { MenuEntry } from '#ui/actions/menu-item-view.ts';
import type { TagTone } from '#ui/marks/tag.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { DataTable, type TableView } from './data-table.tsx';

interface ChartFigureProps {
  /** The finding, as a sentence. */
  readonly title: string;
  readonly subtitle?: string;
  readonly verdict?: { readonly tone: TagTone; readonly text: string };
  /** The same as text. Without one the menu does not offer it. */
  readonly table?: TableView;
  readonly height: number;
  readonly onSave?: (format: 'svg' | 'png') => void;
  /** More entries of the menu. */
  readonly entries?: readonly MenuEntry[];
  /** Shown between the head and the chart, such as its settings. */
  readonly settings?: ReactNode;
  readonly children: ReactNode;
}

/** A chart in its frame, the same as a table, and what can be done with it. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, subtitle, verdict, table, height, onSave, entries = [] } = props;
  const [wantsTable, setWantsTable] = useState(false);
  const isTable = wantsTable && table !== undefined;
  const tableEntry: readonly MenuEntry[] =
    table === undefined
      ? []
      : [
          {
            kind: 'action',
            label: isTable ? 'Show as chart' : 'Show as table',
            glyph: isTable ? ChartScatter : Table2,
            onSelect: () => setWantsTable(!isTable),
          },
        ];
  const saveEntries: readonly MenuEntry[] =
    onSave === undefined
      ? []
      : [
          {
            kind: 'action',
            label: 'Save as SVG',
            glyph: FileImage,
            onSelect: () => onSave('svg'),
          },
          {
            kind: 'action',
            label: 'Save as PNG',
            glyph: ImageDown,
            onSelect: () => onSave('png'),
          },
        ];
  const all = [...tableEntry, ...saveEntries, ...entries];
  return (
    <ChartFrame
      title={title}
      {...(subtitle !== undefined && { subtitle })}
      {...(verdict && { verdict })}
      actions={
        all.length > 0 && (
          <MenuButton
            label={`More about ${title}`}
            iconOnly
            glyph={Ellipsis}
            size="small"
            align="right"
            entries={all}
          />
        )
      }
    >
      {props.settings}
      {isTable ? (
        <DataTable
          table={table}
          caption={verdict ? `${title}: ${verdict.text}` : title}
          height={height}
        />
      ) : (
        props.children
      )}
    </ChartFrame>
  );
}
