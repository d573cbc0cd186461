import { styled } from '@mui/material/styles';
import { useId, useRef, type KeyboardEvent } from 'react';
import { formatPath } from '#core/base/diagnostic.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { constraintParts } from '#core/design/sentence.ts';
import { verdictTone } from '#state/rule-verdict.ts';
import { useDataset, useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { constraintGlyphOf } from '#ui/marks/constraint-glyphs.ts';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { LineButton, LineItem } from '#features/designer/shared/layout.ts';
import { OpenedBody } from '#features/designer/shared/opened-body.tsx';
import { measureWords } from './measure-words.ts';

const ConstraintEditor = lazyPart(
  async () => (await import('./constraint-editor.tsx')).ConstraintEditor,
);

const Glyph = styled('span')({
  display: 'inline-flex',
  width: 20,
  justifyContent: 'center',
  color: tokenVar('ink-3'),
});

const Sentence = styled('span')({
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});

interface ConstraintRowProps {
  readonly constraintId: string;
  readonly index: number;
}

export function ConstraintRow({ constraintId, index }: ConstraintRowProps) {
  const { stores } = useWorkbench();
  const constraint = useDesign((state) =>
    state.design.constraints.find(({ id }) => id === constraintId),
  );
  const isOpen = useView(
    ({ openEditor }) => openEditor?.kind === 'constraint' && openEditor.id === constraintId,
  );
  const button = useRef<HTMLButtonElement>(null);
  const baseId = useId();
  if (constraint === undefined) return null;

  const toggle = () =>
    stores.view.getState().actions.toggleEditor({ kind: 'constraint', id: constraintId });

  function handleEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    toggle();
    button.current?.focus();
  }

  return (
    <LineItem
      data-open={isOpen}
      data-path={formatPath(['constraints', index])}
      onKeyDown={handleEscape}
    >
      <LineButton
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${baseId}-editor` : undefined}
        aria-labelledby={`${baseId}-sentence`}
        aria-describedby={`${baseId}-measure`}
        onClick={toggle}
      >
        <Glyph>
          <Icon glyph={constraintGlyphOf(constraint.kind)} size={15} />
        </Glyph>
        <Sentence id={`${baseId}-sentence`}>
          <ConstraintWords constraint={constraint} />
        </Sentence>
        <MeasureTag id={`${baseId}-measure`} constraint={constraint} />
      </LineButton>
      {isOpen && (
        <OpenedBody id={`${baseId}-editor`} role="group" aria-labelledby={`${baseId}-sentence`}>
          <ConstraintEditor constraint={constraint} index={index} />
        </OpenedBody>
      )}
    </LineItem>
  );
}

function ConstraintWords({ constraint }: { readonly constraint: Constraint }) {
  const columns = useDesign((state) => state.design.columns);
  const design = useDesign((state) => state.design);
  return constraintParts(constraint, design).map((part, index) => {
    if (part.kind === 'text') return <span key={index}>{part.text}</span>;
    const column = columns.find(({ id }) => id === part.columnId);
    return (
      <ColumnChip
        key={index}
        name={column?.name ?? part.columnId}
        fillKind={column?.fill.kind ?? 'unknown'}
      />
    );
  });
}

function MeasureTag({ id, constraint }: { readonly id: string; readonly constraint: Constraint }) {
  const measure = useDataset((state) => state.summary?.measures[constraint.id]);
  const tone = verdictTone(measure, constraint);
  return (
    <span id={id} title={measureWords(measure, constraint.severity)}>
      <Tag tone={tone}>
        {measure === undefined || measure.verdict === 'no-rows' ? 'no rows yet' : measure.label}
      </Tag>
    </span>
  );
}
