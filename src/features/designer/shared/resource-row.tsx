import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { ViewState } from '#state/view-store.ts';
import { useView, useWorkbench } from '#state/react.tsx';
import { LineButton, LineItem, Quiet, Spacer } from './layout.ts';
import { OpenedBody } from './opened-body.tsx';

interface ResourceRowProps {
  readonly editor: NonNullable<ViewState['openEditor']>;
  readonly name: string;
  readonly figure: ReactNode;
  /** What it is about, quietly at the right. */
  readonly about: string;
  readonly path: JsonPath;
  readonly children: ReactNode;
}

/** A call or a source as a line that opens its editor in place. */
export function ResourceRow({ editor, name, figure, about, path, children }: ResourceRowProps) {
  const { stores } = useWorkbench();
  const isOpen = useView(
    ({ openEditor }) => openEditor?.kind === editor.kind && openEditor.id === editor.id,
  );
  const button = useRef<HTMLButtonElement>(null);
  const baseId = useId();
  const toggle = () => stores.view.getState().actions.toggleEditor(editor);

  function handleEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    toggle();
    button.current?.focus();
  }

  return (
    <LineItem data-open={isOpen} data-path={formatPath(path)} onKeyDown={handleEscape}>
      <LineButton
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${baseId}-editor` : undefined}
        aria-labelledby={`${baseId}-name`}
        aria-describedby={`${baseId}-about`}
        onClick={toggle}
      >
        {figure}
        <span id={`${baseId}-name`} style={{ fontWeight: 500 }}>
          {name}
        </span>
        <Spacer />
        <Quiet id={`${baseId}-about`}>{about}</Quiet>
      </LineButton>
      {isOpen && (
        <OpenedBody id={`${baseId}-editor`} role="group" aria-labelledby={`${baseId}-name`}>
          {children}
        </OpenedBody>
      )}
    </LineItem>
  );
}
