import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import { useCallback, useEffect, useState } from 'react';
import { useWorkbench } from '#state/react.tsx';
import type { Template } from '#state/template-actions.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { focusRing } from '#ui/theme/surface.ts';
import { tokenVar } from '#ui/theme/tokens.ts';

const Title = styled('h3')({ margin: '18px 0 10px', fontSize: '0.8125rem', fontWeight: 600 });

const Cards = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
  gap: 10,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': { position: 'relative', minWidth: 0 },
  '& li > :last-child': { position: 'absolute', top: 8, right: 8 },
});

const Card = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  width: '100%',
  height: '100%',
  padding: '12px 40px 12px 14px',
  border: 0,
  borderRadius: 8,
  backgroundColor: tokenVar('sheet'),
  boxShadow: tokenVar('shadow-1'),
  font: 'inherit',
  textAlign: 'left',
  color: tokenVar('ink-2'),
  cursor: 'pointer',
  '& strong': { color: tokenVar('ink'), fontWeight: 600, overflowWrap: 'anywhere' },
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&:focus-visible': focusRing,
});

const Names = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 10px',
  fontSize: '0.75rem',
  '& > span': { display: 'inline-flex', alignItems: 'center', gap: 5 },
});

const mostNames = 6;

interface MyTemplatesProps {
  readonly onOpen: (work: () => Promise<void>) => void;
}

/** The user's own designs to begin with; nothing while there are none. */
export function MyTemplates({ onOpen }: MyTemplatesProps) {
  const { templates } = useWorkbench();
  const [mine, setMine] = useState<readonly Template[]>([]);
  const load = useCallback(() => {
    templates.list().then(setMine, () => setMine([]));
  }, [templates]);
  useEffect(load, [load]);
  if (mine.length === 0) return null;
  return (
    <section aria-label="Mine">
      <Title>Mine</Title>
      <Cards>
        {mine.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              onOpen={() => onOpen(() => templates.open(template))}
            />
            <IconButton
              label={`Remove “${template.design.name}”`}
              glyph={X}
              size="small"
              onClick={() => void templates.remove(template, load)}
            />
          </li>
        ))}
      </Cards>
    </section>
  );
}

interface TemplateCardProps {
  readonly template: Template;
  readonly onOpen: () => void;
}

function TemplateCard({ template: { design }, onOpen }: TemplateCardProps) {
  const shown = design.columns.slice(0, mostNames);
  const more = design.columns.length - shown.length;
  return (
    <Card type="button" onClick={onOpen}>
      <strong>{design.name}</strong>
      <Names>
        {shown.map(({ id, name, fill }) => (
          <span key={id}>
            <FillTile fillKind={fill.kind} size={16} />
            {name}
          </span>
        ))}
        {more > 0 && <span>and {more} more</span>}
      </Names>
    </Card>
  );
}
