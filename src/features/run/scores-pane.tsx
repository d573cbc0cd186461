import { styled } from '@mui/material/styles';
import { PopPane } from '#ui/layout/pop-pane.tsx';

const Text = styled('p')({ maxWidth: 320, margin: 0, padding: '10px 14px' });

interface ScoresPaneProps {
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly onClose: () => void;
}

export function ScoresPane({ anchor, text, onClose }: ScoresPaneProps) {
  return (
    <PopPane label="Scores" anchor={anchor} onClose={onClose}>
      <Text>{text}</Text>
    </PopPane>
  );
}
