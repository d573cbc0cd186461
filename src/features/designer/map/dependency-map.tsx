import { styled } from '@mui/material/styles';
import PenLine from 'lucide-react/icons/pen-line';
import { useMemo } from 'react';
import { constraintSentence } from '#core/design/sentence.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { columnDependencies, type ColumnDependencies } from '#core/design/dependencies.ts';
import { referencesTo } from '#core/design/references.ts';
import { useDesign, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { useWidth } from '#ui/charts/picture/use-width.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Card } from '#ui/layout/card.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { LineButton, LineItem, LineList, Quiet } from '#features/designer/shared/layout.ts';
import { mapLayout } from './map-layout.ts';
import { MapPicture } from './map-picture.tsx';

/** Left and right of the picture, in px. */
const sides = 12;

const Body = styled('div')({
  height: '100%',
  minHeight: 0,
  overflowY: 'auto',
  padding: '4px 6px 12px',
});

const Entry = styled(LineButton)({
  alignItems: 'flex-start',
  paddingTop: 5,
  paddingBottom: 5,
  '& > span': { minWidth: 0 },
  '& b': { fontWeight: 500 },
  '& small': { display: 'block', fontSize: '0.75rem', lineHeight: '16px' },
});

const Act = styled('div')({ padding: '0 10px 8px 34px' });

/** Who reads whom, as a picture and as a list; a click selects a column in both, and opens it in the form. */
export function DependencyMap() {
  const design = useDesign((state) => state.design);
  const selected = useView(({ openEditor }) =>
    openEditor?.kind === 'column' ? openEditor.id : undefined,
  );
  const { set } = useView((view) => view.actions);
  const { ref, width } = useWidth();
  const dependencies = useMemo(() => columnDependencies(design), [design]);
  const layout = useMemo(() => mapLayout(dependencies, width - sides), [dependencies, width]);
  const select = (id: string): void => set({ openEditor: { kind: 'column', id } });
  if (design.columns.length === 0)
    return <EmptyState title="No columns yet">Columns and what they read appear here.</EmptyState>;
  return (
    <Body ref={ref}>
      <MapPicture layout={layout} columns={design.columns} selected={selected} onSelect={select} />
      <Card>
        <LineList aria-label="Who reads whom">
          {design.columns.map((column) => (
            <LineItem key={column.id} data-open={column.id === selected}>
              <Entry
                type="button"
                aria-current={column.id === selected ? 'true' : undefined}
                onClick={() => select(column.id)}
              >
                <FillTile fillKind={column.fill.kind} />
                <span>
                  <b>{column.name}</b>
                  {linesOf(column, design, dependencies).map((line) => (
                    <Quiet as="small" key={line}>
                      {line}
                    </Quiet>
                  ))}
                </span>
              </Entry>
              {column.id === selected && (
                <Act>
                  <Button size="small" glyph={PenLine} onClick={() => set({ designTab: 'form' })}>
                    Edit {column.name}
                  </Button>
                </Act>
              )}
            </LineItem>
          ))}
        </LineList>
      </Card>
    </Body>
  );
}

/** Sentences about one column: what it reads, who reads it, which rules it is part of. */
function linesOf(
  { id }: Column,
  design: DatasetDesign,
  dependencies: ColumnDependencies,
): readonly string[] {
  const names = (ids: Iterable<string>): string =>
    [...ids]
      .map((other) => design.columns.find((column) => column.id === other)?.name ?? '')
      .join(', ');
  const read = names(dependencies.get(id) ?? []);
  const readers = names(
    design.columns.filter((other) => dependencies.get(other.id)?.has(id)).map((one) => one.id),
  );
  const ruleIds = new Set(
    referencesTo(design, id).flatMap(({ from }) => (from.kind === 'constraint' ? [from.id] : [])),
  );
  const rules = design.constraints
    .filter((rule) => ruleIds.has(rule.id))
    .map((rule) => constraintSentence(rule, design));
  return [
    read === '' ? 'reads nothing' : `reads ${read}`,
    readers === '' ? 'nobody reads it' : `read by ${readers}`,
    ...(rules.length === 0 ? [] : [`rules: ${rules.join('; ')}`]),
  ];
}
