import { styled } from '@mui/material/styles';
import Cpu from 'lucide-react/icons/cpu';
import FlaskConical from 'lucide-react/icons/flask-conical';
import Plus from 'lucide-react/icons/plus';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Side = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  padding: 8,
  backgroundColor: tokenVar('sunken'),
  borderRight: `1px solid ${tokenVar('line')}`,
});

const Alias = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 40,
  padding: '4px 10px',
  border: 0,
  borderRadius: 8,
  background: 'none',
  font: 'inherit',
  color: tokenVar('ink'),
  textAlign: 'left',
  cursor: 'pointer',
  '& small': { display: 'block', fontSize: '0.75rem', color: tokenVar('ink-2') },
  '& svg': { color: tokenVar('ink-3') },
  '&[aria-current=true]': {
    backgroundColor: tokenVar('sheet'),
    boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  },
  '&:focus-visible': { outline: `2px solid ${tokenVar('blue-line')}`, outlineOffset: 1 },
});

const Note = styled('p')({
  margin: 'auto 8px 4px',
  fontSize: '0.75rem',
  color: tokenVar('ink-3'),
});

interface AliasListProps {
  readonly chosen: string;
  readonly onChoose: (alias: string) => void;
}

/** The model aliases of the design, and one that is being added. */
export function AliasList({ chosen, onChoose }: AliasListProps) {
  const models = useDesign((state) => state.design.models);
  const isListed = models.some((model) => model.alias === chosen);
  return (
    <Side>
      {models.map(({ alias, provider, model }) => (
        <Alias
          key={alias}
          type="button"
          aria-current={alias === chosen}
          onClick={() => {
            onChoose(alias);
          }}
        >
          <Icon glyph={provider === 'demo' ? FlaskConical : Cpu} size={16} />
          <span>
            {alias}
            <small>{provider === 'demo' ? 'stand-in, needs no key' : model}</small>
          </span>
        </Alias>
      ))}
      {!isListed && (
        <Alias type="button" aria-current>
          <Icon glyph={Cpu} size={16} />
          {chosen}
        </Alias>
      )}
      <Button
        tone="ghost"
        glyph={Plus}
        onClick={() => {
          onChoose(unusedAlias(models.map(({ alias }) => alias)));
        }}
      >
        Add model
      </Button>
      <Note>Prompts name the alias. The design never holds a key.</Note>
    </Side>
  );
}

function unusedAlias(taken: readonly string[]): string {
  if (!taken.includes('writer')) return 'writer';
  let number = 2;
  while (taken.includes(`model-${number}`)) number += 1;
  return `model-${number}`;
}
