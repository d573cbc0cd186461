import { styled } from '@mui/material/styles';
import { useView, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';

const Buttons = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', gap: 8 });

/** Two tabs do not overwrite each other: the later one is told and chooses. */
export function ElsewhereBanner() {
  const { documents } = useWorkbench();
  const isElsewhere = useView((view) => view.isElsewhere);
  if (!isElsewhere) return null;
  return (
    <Banner
      tone="warn"
      actions={
        <Buttons>
          <Button onClick={() => void documents.continueHere()}>Continue here</Button>
          <Button onClick={() => void documents.workOnCopy()}>Work on a copy</Button>
        </Buttons>
      }
    >
      This design is open in another tab. What you change here goes to a copy.
    </Banner>
  );
}
