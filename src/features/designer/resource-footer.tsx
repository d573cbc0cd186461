import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import Combine from 'lucide-react/icons/combine';
import Cpu from 'lucide-react/icons/cpu';
import Database from 'lucide-react/icons/database';
import Send from 'lucide-react/icons/send';
import Wrench from 'lucide-react/icons/wrench';
import { useState } from 'react';
import { isWrittenWithin } from '#core/base/json-path.ts';
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
const ToolSection = lazyPart(async () => (await import('./tools/tool-section.tsx')).ToolSection);

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  margin: '4px 0 0 -6px',
  '& > button': { padding: '0 5px' },
  // One line, in which long names give way.
  '@container designer (min-width: 390px)': {
    flexWrap: 'nowrap',
    '& > button': { minWidth: 0 },
  },
});

const nothing = 'none';

type Panel = 'sources' | 'calls' | 'combinations' | 'tools';

interface Chosen {
  readonly panel?: Panel | undefined;
  /** The wish to see a place that this choice came after. */
  readonly wishAtMs?: number | undefined;
}

/** What columns draw on: rows brought along, requests, models. */
export function ResourceFooter() {
  const { stores } = useWorkbench();
  const opened = useView(({ openEditor }) => panelOf(openEditor?.kind));
  const wish = useView(({ revealed }) => revealed);
  const [chosen, setChosen] = useState<Chosen>({});
  const wished = wish?.atMs === chosen.wishAtMs ? undefined : panelAt(wish?.path);
  const panel = opened ?? wished ?? chosen.panel;
  const names = useDesign(({ design }) => ({
    sources: listed(design.sources.map(({ name }) => name)),
    calls: listed(design.calls.map(({ name }) => name)),
    models: listed(design.models.map(({ alias }) => alias)),
    combinations: countOf(design.combinations),
    tools: listed(
      (design.environments ?? []).flatMap(({ tools }) => tools.map((tool) => tool.name)),
    ),
  }));
  const canUseTools = useDesign(
    ({ design }) =>
      design.environments !== undefined ||
      design.calls.some(({ output }) => output.kind === 'conversation'),
  );
  const canCombine = useDesign(
    ({ design }) => design.columns.filter(({ fill }) => fill.kind === 'category').length > 1,
  );

  function toggle(next: Panel) {
    setChosen({ panel: panel === next ? undefined : next, wishAtMs: wish?.atMs });
    if (opened !== undefined) stores.view.getState().actions.set({ openEditor: undefined });
  }

  return (
    <>
      <Bar>
        <BarButton
          label="Sources"
          glyph={Database}
          aside={names.sources}
          onClick={() => toggle('sources')}
        />
        {canCombine && (
          <BarButton
            label="Combinations"
            glyph={Combine}
            aside={names.combinations}
            onClick={() => toggle('combinations')}
          />
        )}
        <BarButton label="Calls" glyph={Send} aside={names.calls} onClick={() => toggle('calls')} />
        {canUseTools && (
          <BarButton
            label="Tools"
            glyph={Wrench}
            aside={names.tools}
            onClick={() => toggle('tools')}
          />
        )}
        <BarButton
          label="Models"
          glyph={Cpu}
          aside={names.models}
          onClick={() => stores.view.getState().actions.openDialog({ kind: 'models' })}
        />
      </Bar>
      {panel === 'sources' && <SourceSection />}
      {panel === 'calls' && <CallSection />}
      {panel === 'combinations' && <CombinationSection />}
      {panel === 'tools' && <ToolSection />}
    </>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly glyph: LucideIcon;
  /** What there is, shown and told; told only where there is nothing. */
  readonly aside: string;
  readonly onClick: () => void;
}

function BarButton({ label, glyph, aside, onClick }: BarButtonProps) {
  return (
    <Button
      tone="ghost"
      glyph={glyph}
      description={aside}
      onClick={onClick}
      {...(aside !== nothing && { aside })}
    >
      {label}
    </Button>
  );
}

function panelOf(kind: string | undefined): Panel | undefined {
  if (kind === 'source') return 'sources';
  if (kind === 'environment') return 'tools';
  return kind === 'call' ? 'calls' : undefined;
}

/** The panel of a place that no editor shows. */
function panelAt(path = ''): Panel | undefined {
  if (isWrittenWithin(path, 'combinations')) return 'combinations';
  return isWrittenWithin(path, 'originals') ? 'sources' : undefined;
}

function countOf(list: readonly unknown[] = []): string {
  return list.length === 0 ? nothing : String(list.length);
}

function listed(names: readonly string[]): string {
  const [first = nothing, ...others] = names;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
