import { styled } from '@mui/material/styles';
import Combine from 'lucide-react/icons/combine';
import Cpu from 'lucide-react/icons/cpu';
import Database from 'lucide-react/icons/database';
import Send from 'lucide-react/icons/send';
import { useState } from 'react';
import { useDesign, useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { lazyPart } from '#ui/layout/lazy-part.tsx';

const CallSection = lazyPart(async () => (await import('./calls/call-section.tsx')).CallSection);
const CombinationSection = lazyPart(
  async () => (await import('./combinations/combination-section.tsx')).CombinationSection,
);
const SourceSection = lazyPart(
  async () => (await import('./sources/source-section.tsx')).SourceSection,
);

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  margin: '4px 0 0 -8px',
  '& > button': { padding: '0 7px' },
});

type Panel = 'sources' | 'calls' | 'combinations';

/** What columns draw on: rows brought along, requests, models. */
export function ResourceFooter() {
  const { stores } = useWorkbench();
  const opened = useView(({ openEditor }) => panelOf(openEditor?.kind));
  const [chosen, setChosen] = useState<Panel | undefined>(undefined);
  const panel = opened ?? chosen;
  const names = useDesign(({ design }) => ({
    sources: listed(design.sources.map(({ name }) => name)),
    calls: listed(design.calls.map(({ name }) => name)),
    models: listed(design.models.map(({ alias }) => alias)),
    combinations: String(design.combinations?.length ?? 0),
  }));
  const canCombine = useDesign(
    ({ design }) => design.columns.filter(({ fill }) => fill.kind === 'category').length > 1,
  );

  function toggle(next: Panel) {
    setChosen(panel === next ? undefined : next);
    if (opened !== undefined) stores.view.getState().actions.set({ openEditor: undefined });
  }

  return (
    <>
      <Bar>
        <Button
          tone="ghost"
          glyph={Database}
          aside={names.sources}
          description={names.sources}
          onClick={() => toggle('sources')}
        >
          Sources
        </Button>
        {canCombine && (
          <Button
            tone="ghost"
            glyph={Combine}
            aside={names.combinations}
            description={names.combinations}
            onClick={() => toggle('combinations')}
          >
            Combinations
          </Button>
        )}
        <Button
          tone="ghost"
          glyph={Send}
          aside={names.calls}
          description={names.calls}
          onClick={() => toggle('calls')}
        >
          Calls
        </Button>
        <Button
          tone="ghost"
          glyph={Cpu}
          aside={names.models}
          description={names.models}
          onClick={() => stores.view.getState().actions.openDialog({ kind: 'models' })}
        >
          Models
        </Button>
      </Bar>
      {panel === 'sources' && <SourceSection />}
      {panel === 'calls' && <CallSection />}
      {panel === 'combinations' && <CombinationSection />}
    </>
  );
}

function panelOf(kind: string | undefined): Panel | undefined {
  if (kind === 'source') return 'sources';
  return kind === 'call' ? 'calls' : undefined;
}

function listed(names: readonly string[]): string {
  const [first = 'none', ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
