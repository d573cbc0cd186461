import { styled } from '@mui/material/styles';
import X from 'lucide-react/icons/x';
import { useWorkbench } from '#state/react.tsx';
import type { Template } from '#state/template-actions.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { DesignCard } from './design-card.ts';

const Names = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 10px',
  marginTop: 4,
  fontSize: '0.75rem',
  '& > span': { display: 'inline-flex', alignItems: 'center', gap: 5 },
});

const Corner = styled('span')({ position: 'absolute', top: 8, right: 8 });

const mostNames = 6;

interface MyTemplatesProps {
  readonly templates: readonly Template[];
  readonly onOpen: (work: () => Promise<void>) => void;
  readonly onChanged: () => void;
}

/** The user's own designs to begin with, as entries of the list of cards. */
export function MyTemplates({ templates, onOpen, onChanged }: MyTemplatesProps) {
  const { templates: actions } = useWorkbench();
  return templates.map((template) => (
    <li key={template.id}>
      <TemplateCard template={template} onOpen={() => onOpen(() => actions.open(template))} />
      <Corner>
        <IconButton
          label={`Remove “${template.design.name}”`}
          glyph={X}
          size="small"
          onClick={() => void actions.remove(template, onChanged)}
        />
      </Corner>
    </li>
  ));
}

interface TemplateCardProps {
  readonly template: Template;
  readonly onOpen: () => void;
}

function TemplateCard({ template: { design }, onOpen }: TemplateCardProps) {
  const shown = design.columns.slice(0, mostNames);
  const more = design.columns.length - shown.length;
  return (
    <DesignCard type="button" style={{ paddingRight: 40 }} onClick={onOpen}>
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
    </DesignCard>
  );
}
