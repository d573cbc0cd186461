import type { LucideIcon } from 'lucide-react';
import ChartPie from 'lucide-react/icons/chart-pie';
import ChartScatter from 'lucide-react/icons/chart-scatter';
import Divide from 'lucide-react/icons/divide';
import FingerprintPattern from 'lucide-react/icons/fingerprint-pattern';
import MoveHorizontal from 'lucide-react/icons/move-horizontal';
import Regex from 'lucide-react/icons/regex';
import Ruler from 'lucide-react/icons/ruler';
import Signal from 'lucide-react/icons/signal';
import SquareFunction from 'lucide-react/icons/square-function';
import TrendingUp from 'lucide-react/icons/trending-up';

const GLYPHS: ReadonlyMap<string, LucideIcon> = new Map([
  ['linear', TrendingUp],
  ['ratio', Divide],
  ['unique', FingerprintPattern],
  ['length', Ruler],
  ['range', MoveHorizontal],
  ['pattern', Regex],
  ['expression', SquareFunction],
  ['correlation', ChartScatter],
  ['share', ChartPie],
  ['monotone', Signal],
]);

export function constraintGlyphOf(kind: string): LucideIcon {
  return GLYPHS.get(kind) ?? SquareFunction;
}
