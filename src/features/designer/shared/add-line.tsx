import Plus from 'lucide-react/icons/plus';
import { Button } from '#ui/actions/button.tsx';
import { Line } from './layout.ts';

interface AddLineProps {
  /** What is added, as the button says it. */
  readonly noun: string;
  readonly onAdd: () => void;
}

/** The line under a list that adds to it. */
export function AddLine({ noun, onAdd }: AddLineProps) {
  return (
    <Line style={{ marginLeft: -8 }}>
      <Button tone="ghost" size="small" glyph={Plus} onClick={onAdd}>
        {noun}
      </Button>
    </Line>
  );
}
