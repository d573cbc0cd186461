import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useDesign, useStorage, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { keptWords } from './storage-words.ts';

const Section = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 8,
  '& + &': { marginTop: 20 },
  '& h3': { margin: 0, fontSize: '0.8125rem', fontWeight: 600 },
  '& p': { margin: 0 },
});

/** Where the work is stored, whether the browser keeps it, and how to take it elsewhere or make room. */
export function StorageDialog({ onClose }: { readonly onClose: () => void }) {
  const { runs } = useWorkbench();
  const isKept = useStorage((state) => state.isKept);
  const isUnsaved = useDesign((state) => state.saved === 'not-saved');
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function attempt(work: () => Promise<void>) {
    setProblem(undefined);
    work().catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
    });
  }

  return (
    <Dialog open title="Storage" width={560} onClose={onClose}>
      <Section>
        <h3>Kept by this browser</h3>
        <p>{isUnsaved ? 'This browser stores nothing for Rowsmith.' : keptWords(isKept)}</p>
        {!isUnsaved && isKept !== true && (
          <Button
            onClick={() => {
              runs.keepStorage();
            }}
          >
            Ask to keep
          </Button>
        )}
      </Section>
      <Section>
        <h3>Run file</h3>
        <p>
          The run of this design with its rows and requests. Open it here again, or name it
          OUT.journal and go on with the command line: rowsmith run FILE --out OUT --resume.
        </p>
        <Button
          onClick={() => {
            attempt(() => runs.saveRunFile());
          }}
        >
          Save run file
        </Button>
      </Section>
      <Section>
        <h3>Room</h3>
        <p>Deletes the rows of all other designs in this browser. The designs stay.</p>
        <Button
          onClick={() => {
            attempt(() => runs.freeSpace());
          }}
        >
          Delete other runs
        </Button>
      </Section>
      {problem !== undefined && (
        <Banner tone="bad" inset>
          {problem}
        </Banner>
      )}
    </Dialog>
  );
}
