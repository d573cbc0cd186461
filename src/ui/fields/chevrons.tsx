import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Icon } from '#ui/icon/icon.tsx';

/** The arrow of every select. MUI hands over its positioning class and private state; only the class is used. */
export function Chevrons({ className = '' }: { readonly className?: string }) {
  return <Icon glyph={ChevronsUpDown} size={13} className={className} />;
}
