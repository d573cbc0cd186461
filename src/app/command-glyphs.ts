/** The pictures of commands, for menus and the palette: a shortcut needs none. */
import type { LucideIcon } from 'lucide-react';
import Camera from 'lucide-react/icons/camera';
import CircleX from 'lucide-react/icons/circle-x';
import CopyPlus from 'lucide-react/icons/copy-plus';
import Cpu from 'lucide-react/icons/cpu';
import Download from 'lucide-react/icons/download';
import FileClock from 'lucide-react/icons/file-clock';
import FileDown from 'lucide-react/icons/file-down';
import FilePlus from 'lucide-react/icons/file-plus';
import FileStack from 'lucide-react/icons/file-stack';
import HardDrive from 'lucide-react/icons/hard-drive';
import History from 'lucide-react/icons/history';
import LayoutTemplate from 'lucide-react/icons/layout-template';
import Link from 'lucide-react/icons/link';
import PenLine from 'lucide-react/icons/pen-line';
import Play from 'lucide-react/icons/play';
import Redo from 'lucide-react/icons/redo-2';
import Shuffle from 'lucide-react/icons/shuffle';
import Square from 'lucide-react/icons/square';
import Undo from 'lucide-react/icons/undo-2';
import type { CommandId } from './commands.ts';

export const commandGlyphs: Partial<Record<CommandId, LucideIcon>> = {
  undo: Undo,
  redo: Redo,
  preview: Play,
  generate: Play,
  stop: Square,
  import: FileDown,
  share: Link,
  export: Download,
  models: Cpu,
  'new-design': FilePlus,
  describe: PenLine,
  'edit-by-instruction': PenLine,
  'suggest-axes': Shuffle,
  duplicate: CopyPlus,
  'save-template': LayoutTemplate,
  snapshot: Camera,
  history: History,
  storage: HardDrive,
  'save-batch': FileStack,
  'save-run': FileClock,
  problems: CircleX,
};
