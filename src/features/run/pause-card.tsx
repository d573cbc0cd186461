import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign';
import Cpu from 'lucide-react/icons/cpu';
import HardDrive from 'lucide-react/icons/hard-drive';
import Hourglass from 'lucide-react/icons/hourglass';
import KeyRound from 'lucide-react/icons/key-round';
import Unplug from 'lucide-react/icons/unplug';
import { NoticeCard } from '#ui/feedback/notice-card.tsx';
import type { ErrorReport } from '#core/base/error-report.ts';
import { useDataset, useDesign, useRun, useWorkbench } from '#state/react.tsx';
import { isUncharged } from '#state/run-cost.ts';
import { PauseActs } from './pause-acts.tsx';
import { pauseTitle } from './pause-title.ts';
import { happenedWords, mendOf, waitWords, type Mend } from './pause-words.ts';
import { useTick } from './use-tick.ts';

const glyphs: Readonly<Record<Mend, LucideIcon>> = {
  key: KeyRound,
  model: Cpu,
  connection: Unplug,
  'other-model': Hourglass,
  cap: CircleDollarSign,
  space: HardDrive,
};

const Wait = styled('p')({ margin: '8px 0 0', fontVariantNumeric: 'tabular-nums' });

interface PauseCardProps {
  readonly problem: ErrorReport;
  readonly onHide: () => void;
}

/** Over the rows of a paused run: what happened, what is kept, and the act that mends it. */
export function PauseCard({ problem, onHide }: PauseCardProps) {
  const { now } = useWorkbench();
  const finished = useDataset((state) => state.summary?.finishedRows ?? 0);
  const total = useDesign((state) => state.design.rows);
  const isUnspent = useRun(({ usage }) => isUncharged(usage));
  const endedAtMs = useRun((state) => state.endedAtMs);
  const wait = waitWords(problem, endedAtMs, now());
  const mend = mendOf(problem);
  useTick(problem.retryAfterMs !== undefined);
  return (
    <NoticeCard
      glyph={mend === undefined ? CircleAlert : glyphs[mend]}
      title={pauseTitle(problem)}
      onHide={onHide}
      actions={<PauseActs problem={problem} isUntouched={finished === 0} onMended={onHide} />}
    >
      {happenedWords(problem, { finished, total, isUnspent })}
      {wait !== undefined && <Wait>{wait}</Wait>}
    </NoticeCard>
  );
}
