import Popper from '@mui/material/Popper';
import { styled } from '@mui/material/styles';
import type { RefObject } from 'react';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { ReferenceOption } from './reference-completion.ts';

const List = styled('ul')({
  width: 280,
  maxHeight: 248,
  margin: '4px 0 0',
  padding: 4,
  overflowY: 'auto',
  listStyle: 'none',
  borderRadius: 9,
  backgroundColor: tokenVar('raised'),
  boxShadow: tokenVar('shadow-2'),
});

const Option = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 30,
  padding: '0 8px',
  borderRadius: 6,
  cursor: 'pointer',
  '&[aria-selected=true]': { backgroundColor: tokenVar('blue-soft') },
  '& > span:last-of-type': { marginLeft: 'auto', color: tokenVar('ink-3') },
});

interface CompletionListProps {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly options: readonly ReferenceOption[];
  readonly activeIndex: number;
  readonly onPick: (name: string) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The focus stays in the text; the list is pointed at by `aria-activedescendant`. */
export function CompletionList({ id, anchor, options, activeIndex, onPick }: CompletionListProps) {
  return (
    <Popper
      open
      anchorEl={() => anchor.current ?? document.body}
      placement="bottom-start"
      style={{ zIndex: 1300 }}
    >
      <List id={id} role="listbox" aria-label="Columns">
        {options.map(({ name, fillKind, note }, index) => (
          <Option
            key={name}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === activeIndex}
            ref={index === activeIndex ? keepInView : null}
            // Pressing must not take the focus from the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(name)}
          >
            <FillTile fillKind={fillKind} />
            <span>{name}</span>
            <span>{note}</span>
          </Option>
        ))}
      </List>
    </Popper>
  );
}

function keepInView(element: HTMLElement | null): void {
  // jsdom has no scrolling.
  (element as Partial<Pick<Element, 'scrollIntoView'>> | null)?.scrollIntoView?.({
    block: 'nearest',
  });
}
