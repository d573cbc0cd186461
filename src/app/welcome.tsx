import X from 'lucide-react/icons/x';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { styled } from '@mui/material/styles';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { Mark } from '#ui/icon/mark.tsx';
import { useView } from '#state/react.tsx';

/** What to try lies on another pane where there is only one. */
const More = styled('span')({ '@media (max-width: 899.95px)': { display: 'none' } });

const phone = '@media (max-width: 599.95px)';
const Roomy = styled('span')({ [phone]: { display: 'none' } });
const Short = styled('span')({ display: 'none', [phone]: { display: 'inline' } });

const Buttons = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8 });

/** What a stranger reads first: that this is a sample, and what to try. */
export function Welcome() {
  const isShown = useView((view) => view.isWelcomeShown);
  const actions = useView((view) => view.actions);
  if (!isShown) return null;
  return (
    <Banner
      isShort
      figure={<Mark size={16} />}
      actions={
        <Buttons>
          <Button
            glyph={ArrowRight}
            onClick={() => {
              actions.openDialog({ kind: 'new-design' });
            }}
          >
            Describe your own rows
          </Button>
          <IconButton
            label="Hide this line"
            glyph={X}
            onClick={() => {
              actions.set({ isWelcomeShown: false });
            }}
          />
        </Buttons>
      }
    >
      <strong>
        <Roomy>This is a</Roomy>
        <Short>A</Short> finished sample.
      </strong>{' '}
      <More>Change a weight on the left and watch rows and chart follow. No key, no sign-up.</More>
    </Banner>
  );
}
