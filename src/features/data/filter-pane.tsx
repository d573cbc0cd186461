import { PopPane } from '#ui/layout/pop-pane.tsx';
import { FilterForm } from './filter-form.tsx';

interface FilterPaneProps {
  readonly anchor: HTMLElement;
  /** The column it begins with; the first when empty. */
  readonly columnId: string;
  readonly onClose: () => void;
}

export function FilterPane({ anchor, columnId, onClose }: FilterPaneProps) {
  return (
    <PopPane label="Filter" anchor={anchor} onClose={onClose}>
      <FilterForm columnId={columnId} onDone={onClose} />
    </PopPane>
  );
}
