import Cpu from 'lucide-react/icons/cpu';
import { Button } from '#ui/actions/button.tsx';
import { Tag } from '#ui/marks/tag.tsx';
import { usedAliases } from '#state/connections.ts';
import { useDesign, useView } from '#state/react.tsx';

/** Which model writes, and the way to its settings. */
export function ModelButton() {
  const design = useDesign((state) => state.design);
  const open = useView((view) => view.actions.openDialog);
  const alias = usedAliases(design)[0] ?? design.models[0];
  const isDemo = alias === undefined || alias.provider === 'demo';
  const described = isDemo ? 'Demo model, no key needed' : `${alias.alias}, ${alias.model}`;
  return (
    <Button
      tone="ghost"
      {...(isDemo ? {} : { glyph: Cpu })}
      opensDialog
      name="Model settings"
      description={described}
      onClick={() => {
        open({ kind: 'models', ...(alias === undefined ? {} : { alias: alias.alias }) });
      }}
      aside={isDemo ? <span>no key needed</span> : <span>{alias.model}</span>}
    >
      {isDemo ? <Tag tone="demo">Demo model</Tag> : <strong>{alias.alias}</strong>}
    </Button>
  );
}
