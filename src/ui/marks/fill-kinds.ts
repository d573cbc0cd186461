/** Which origin and glyph each way of filling a column has. Unknown kinds read as derived boxes, never as a crash. */
import type { LucideIcon } from 'lucide-react';
import Box from 'lucide-react/icons/box';
import Braces from 'lucide-react/icons/braces';
import Brackets from 'lucide-react/icons/brackets';
import Calendar from 'lucide-react/icons/calendar';
import ChartLine from 'lucide-react/icons/chart-line';
import ContactRound from 'lucide-react/icons/contact-round';
import Equal from 'lucide-react/icons/equal';
import FileInput from 'lucide-react/icons/file-input';
import FingerprintPattern from 'lucide-react/icons/fingerprint-pattern';
import Hash from 'lucide-react/icons/hash';
import ListOrdered from 'lucide-react/icons/list-ordered';
import ListPlus from 'lucide-react/icons/list-plus';
import ListTree from 'lucide-react/icons/list-tree';
import MessageSquareQuote from 'lucide-react/icons/message-square-quote';
import MessagesSquare from 'lucide-react/icons/messages-square';
import PenLine from 'lucide-react/icons/pen-line';
import Regex from 'lucide-react/icons/regex';
import Scale from 'lucide-react/icons/scale';
import ScanText from 'lucide-react/icons/scan-text';
import SquareCode from 'lucide-react/icons/square-code';
import SquareFunction from 'lucide-react/icons/square-function';
import Tags from 'lucide-react/icons/tags';
import TextQuote from 'lucide-react/icons/text-quote';
import Timer from 'lucide-react/icons/timer';
import ToggleLeft from 'lucide-react/icons/toggle-left';
import UserRound from 'lucide-react/icons/user-round';
import type { FillGroup } from '#ui/theme/fill-hue.ts';

interface FillLook {
  readonly group: FillGroup;
  readonly glyph: LucideIcon;
}

const look = (group: FillGroup, glyph: LucideIcon): FillLook => ({ group, glyph });

const LOOKS: ReadonlyMap<string, FillLook> = new Map([
  ['category', look('sampled', Tags)],
  ['subcategory', look('sampled', ListTree)],
  ['number', look('sampled', Hash)],
  ['datetime', look('sampled', Calendar)],
  ['timedelta', look('sampled', Timer)],
  ['boolean', look('sampled', ToggleLeft)],
  ['uuid', look('sampled', FingerprintPattern)],
  ['sequence', look('sampled', ListOrdered)],
  ['pattern', look('sampled', Regex)],
  ['person', look('sampled', UserRound)],
  ['faker', look('sampled', ContactRound)],
  ['constant', look('sampled', Equal)],
  ['texts', look('sampled', TextQuote)],
  ['series', look('sampled', ChartLine)],
  ['source', look('source', FileInput)],
  ['generated', look('generated', PenLine)],
  ['text', look('generated', PenLine)],
  ['fields', look('generated', ListPlus)],
  ['conversation', look('generated', MessagesSquare)],
  ['judge', look('generated', Scale)],
  ['code', look('generated', SquareCode)],
  ['extraction', look('generated', ScanText)],
  ['formula', look('derived', SquareFunction)],
  ['template', look('derived', Braces)],
  ['list', look('derived', Brackets)],
  ['object', look('derived', Box)],
  ['chat', look('derived', MessageSquareQuote)],
  ['postprocess', look('derived', ScanText)],
  ['pick', look('derived', Braces)],
  ['shots', look('source', FileInput)],
]);

const UNKNOWN: FillLook = look('derived', Box);

export function fillGroupOf(kind: string): FillGroup {
  return (LOOKS.get(kind) ?? UNKNOWN).group;
}

export function fillGlyphOf(kind: string): LucideIcon {
  return (LOOKS.get(kind) ?? UNKNOWN).glyph;
}
