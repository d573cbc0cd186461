/** What the palette can show and nothing else needs a name for: places, tools of the grid, the look of the page. */
import type { LucideIcon } from 'lucide-react';
import Braces from 'lucide-react/icons/braces';
import ChartScatter from 'lucide-react/icons/chart-scatter';
import FileDown from 'lucide-react/icons/file-down';
import Keyboard from 'lucide-react/icons/keyboard';
import ListChecks from 'lucide-react/icons/list-checks';
import ListFilter from 'lucide-react/icons/list-filter';
import Moon from 'lucide-react/icons/moon';
import Network from 'lucide-react/icons/network';
import PinIcon from 'lucide-react/icons/pin';
import RotateCw from 'lucide-react/icons/rotate-cw';
import Rows3 from 'lucide-react/icons/rows-3';
import Scale from 'lucide-react/icons/scale';
import ScrollText from 'lucide-react/icons/scroll-text';
import Send from 'lucide-react/icons/send';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Tv from 'lucide-react/icons/tv';
import type { DataTab, DesignTab, DialogKind, ViewState } from '#state/view-store.ts';
import type { Workbench } from '#state/workbench.ts';

export interface PlaceCommand {
  readonly id: string;
  readonly label: string;
  readonly glyph: LucideIcon;
  readonly isPlace?: boolean;
  readonly canPerform?: (workbench: Workbench) => boolean;
  readonly perform: (workbench: Workbench) => void;
}

const view = ({ stores }: Workbench): ViewState => stores.view.getState();

function dataPlace(dataTab: DataTab, glyph: LucideIcon): PlaceCommand {
  return {
    id: `data ${dataTab}`,
    label: `${dataTab.slice(0, 1).toUpperCase()}${dataTab.slice(1)}`,
    glyph,
    isPlace: true,
    perform: (workbench) => view(workbench).actions.set({ dataTab, phonePane: 'data' }),
  };
}

function designPlace(designTab: DesignTab, label: string, glyph: LucideIcon): PlaceCommand {
  return {
    id: `design ${designTab}`,
    label,
    glyph,
    isPlace: true,
    perform: (workbench) => view(workbench).actions.set({ designTab, phonePane: 'design' }),
  };
}

const opens = (kind: DialogKind) => (workbench: Workbench) =>
  view(workbench).actions.openDialog({ kind });

export const placeCommands: readonly PlaceCommand[] = [
  {
    id: 'prompt-of-cell',
    label: 'Show the prompt of this cell',
    glyph: ScrollText,
    canPerform: (workbench) => view(workbench).openCell !== undefined,
    perform: (workbench) => view(workbench).actions.set({ dataTab: 'rows', drawerTab: 'prompt' }),
  },
  {
    id: 'retry-failed',
    label: 'Retry the cells that failed',
    glyph: RotateCw,
    canPerform: ({ stores }) => (stores.dataset.getState().summary?.failedCells ?? 0) > 0,
    perform: ({ runs }) => void runs.writeAgain({ failedOnly: true }),
  },
  {
    id: 'filter-rows',
    label: 'Filter rows',
    glyph: ListFilter,
    perform: (workbench) =>
      view(workbench).actions.set({ dataTab: 'rows', phonePane: 'data', filterColumn: '' }),
  },
  {
    id: 'pin-chart',
    label: 'Chart under the rows, on or off',
    glyph: PinIcon,
    perform: (workbench) => {
      const { isChartPinned, actions } = view(workbench);
      actions.set({ isChartPinned: !isChartPinned });
    },
  },
  {
    id: 'save-design',
    label: 'Save design as file',
    glyph: FileDown,
    perform: ({ documents }) => void documents.saveAsFile(),
  },
  {
    id: 'compare-models',
    label: 'Compare models',
    glyph: Scale,
    canPerform: ({ stores }) => stores.design.getState().design.calls.length > 0,
    perform: opens('compare'),
  },
  { id: 'save-oumi', label: 'Save as Oumi YAML', glyph: FileDown, perform: opens('oumi-export') },
  {
    id: 'save-data-designer',
    label: 'Save as Data Designer config',
    glyph: FileDown,
    perform: opens('data-designer-export'),
  },
  {
    id: 'theme',
    label: 'Switch between light and dark',
    glyph: Moon,
    perform: ({ stores }) => {
      const { theme, actions } = stores.settings.getState();
      const isDark =
        theme === 'dark' ||
        (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
      actions.update({ theme: isDark ? 'light' : 'dark' });
    },
  },
  { id: 'shortcuts', label: 'Keyboard shortcuts', glyph: Keyboard, perform: opens('shortcuts') },
  {
    id: 'open-sample',
    label: 'Open the sample',
    glyph: Tv,
    perform: ({ documents }) => void documents.openSample(),
  },
  dataPlace('rows', Rows3),
  dataPlace('charts', ChartScatter),
  dataPlace('quality', ListChecks),
  dataPlace('requests', Send),
  designPlace('form', 'Form of the design', SlidersHorizontal),
  designPlace('code', 'Code of the design', Braces),
  designPlace('map', 'Map: who reads whom', Network),
];
