import { styled } from '@mui/material/styles';
import Download from 'lucide-react/icons/download';
import FileDown from 'lucide-react/icons/file-down';
import Link from 'lucide-react/icons/link';
import Moon from 'lucide-react/icons/moon';
import Redo from 'lucide-react/icons/redo-2';
import Search from 'lucide-react/icons/search';
import Sun from 'lucide-react/icons/sun';
import Undo from 'lucide-react/icons/undo-2';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Mark } from '#ui/icon/mark.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';
import { VisuallyHidden } from '#ui/layout/visually-hidden.tsx';
import { useDataset, useDesign, useRun, useSettings, useView } from '#state/react.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { useIsDark } from '#ui/theme/scheme.ts';
import { DocumentsMenu } from './documents-menu.tsx';
import { DesignName } from './design-name.tsx';
import { PhoneMenu } from './phone-menu.tsx';
import { ModelButton } from './model-button.tsx';
import { shortcutText } from './commands.ts';

const Bar = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  height: 44,
  padding: '0 8px 0 14px',
  minWidth: 0,
});

const Rule = styled('span')({
  width: 1,
  height: 16,
  margin: '0 8px',
  backgroundColor: tokenVar('line-2'),
});

const Spacer = styled('span')({ flex: 1 });

/** Design name and history on the left; model, import, share, export, commands, theme on the right. */
export function TopBar({ isPhone }: { readonly isPhone: boolean }) {
  const open = useView((view) => view.actions.openDialog);
  return (
    <Bar>
      <VisuallyHidden as="h1">Rowsmith</VisuallyHidden>
      <Mark />
      <DesignName />
      <DocumentsMenu />
      {!isPhone && <Rule />}
      {!isPhone && <History />}
      <Spacer />
      {!isPhone && <ModelButton />}
      {!isPhone && <Rule />}
      {!isPhone && (
        <Button tone="ghost" glyph={FileDown} onClick={() => open({ kind: 'import' })}>
          Import
        </Button>
      )}
      <BarButton
        isPhone={isPhone}
        label="Share"
        glyph={Link}
        onClick={() => open({ kind: 'share' })}
      />
      <ExportButton isPhone={isPhone} />
      {isPhone ? <PhoneMenu /> : <Rule />}
      {!isPhone && (
        <Button
          glyph={Search}
          aside={<Kbd>{shortcutText('commands')}</Kbd>}
          onClick={() => open({ kind: 'commands' })}
        >
          Commands
        </Button>
      )}
      {!isPhone && <ThemeButton />}
    </Bar>
  );
}

function History() {
  const canUndo = useDesign((state) => state.past.length > 0);
  const canRedo = useDesign((state) => state.future.length > 0);
  const actions = useDesign((state) => state.actions);
  return (
    <>
      <IconButton
        label="Undo"
        glyph={Undo}
        shortcut={shortcutText('undo')}
        disabled={!canUndo}
        onClick={() => {
          actions.undo();
        }}
      />
      <IconButton
        label="Redo"
        glyph={Redo}
        shortcut={shortcutText('redo')}
        disabled={!canRedo}
        onClick={() => {
          actions.redo();
        }}
      />
    </>
  );
}

interface BarButtonProps {
  readonly isPhone: boolean;
  readonly label: string;
  readonly glyph: typeof Link;
  readonly tone?: 'ghost' | 'ink';
  readonly onClick: () => void;
}

function BarButton({ isPhone, label, glyph, tone = 'ghost', onClick }: BarButtonProps) {
  if (isPhone) return <IconButton label={label} glyph={glyph} onClick={onClick} />;
  return (
    <Button tone={tone} glyph={glyph} onClick={onClick}>
      {label}
    </Button>
  );
}

/** Turns to ink when every row is there: exporting is then the next thing to do. */
function ExportButton({ isPhone }: { readonly isPhone: boolean }) {
  const open = useView((view) => view.actions.openDialog);
  const isSample = useDesign((state) => state.origin === 'sample');
  const isComplete = useRun((state) => state.status === 'complete');
  const hasRows = useDataset((state) => (state.summary?.finishedRows ?? 0) > 0);
  return (
    <BarButton
      isPhone={isPhone}
      label="Export"
      glyph={Download}
      tone={isComplete && hasRows && !isSample ? 'ink' : 'ghost'}
      onClick={() => {
        open({ kind: 'export' });
      }}
    />
  );
}

function ThemeButton() {
  const isDark = useIsDark();
  const update = useSettings((settings) => settings.actions.update);
  return (
    <IconButton
      label={isDark ? 'Light theme' : 'Dark theme'}
      glyph={isDark ? Sun : Moon}
      onClick={() => {
        update({ theme: isDark ? 'light' : 'dark' });
      }}
    />
  );
}
