import { styled } from '@mui/material/styles';
import { hasWords, recommendedChoice, type FieldChoice } from '#core/codecs/rows/field-choice.ts';
import type { DraftedField } from '#core/codecs/rows/rows-draft.ts';
import type { FoundRows } from '#state/import-store.ts';
import { useDesign, useImport, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { ImportFiles } from './import-files.tsx';
import { importColumns, ImportLine } from './import-line.tsx';

const Head = styled('div')({
  display: 'grid',
  gridTemplateColumns: importColumns,
  gap: 12,
  padding: '4px 0 6px',
  color: tokenVar('ink-3'),
  fontSize: '0.75rem',
  '& > :last-child': { textAlign: 'right' },
  '@media (max-width: 899.95px)': { display: 'none' },
});

const Lines = styled('ul')({ margin: '0 0 12px', padding: 0, listStyle: 'none' });
const Notices = styled('ul')({
  margin: 0,
  paddingLeft: 16,
  '&:has(> :only-child)': { paddingLeft: 0, listStyle: 'none' },
});

interface ImportTableProps {
  readonly found: FoundRows;
}

/** What is in the rows, field by field, before anything lands: every guess can be changed. */
export function ImportTable({ found }: ImportTableProps) {
  const { imports } = useWorkbench();
  const choices = useImport((state) => state.choices);
  const waiting = useImport((state) => state.waiting);
  const isBlank = useDesign((state) => state.design.columns.length === 0);
  const { fields, notices } = found;
  const isWordy = hasWords(fields);
  const choiceOf = (field: DraftedField): FieldChoice =>
    choices[field.id] ?? recommendedChoice(field, isWordy);
  const isNothing = fields.every((field) => choiceOf(field).fill === 'leave-out');
  const leave = (): void => void imports.leave();
  return (
    <Dialog
      open
      title="Import"
      width={980}
      onClose={leave}
      quietActions={<span>Your rows stay marked as yours and are never written over.</span>}
      actions={
        <>
          {!isBlank && (
            <Button size="large" disabled={isNothing} onClick={() => void imports.land('add')}>
              Add to this design
            </Button>
          )}
          <Button
            size="large"
            tone="ink"
            disabled={isNothing}
            onClick={() => void imports.land('new')}
          >
            New design from it
          </Button>
        </>
      }
    >
      <ImportFiles
        files={found.files}
        fieldCount={fields.length}
        waiting={waiting}
        onLeave={leave}
      />
      <Head aria-hidden>
        <span>Column</span>
        <span>Filled by</span>
        <span>Your rows</span>
        <span>Samples</span>
        <span>New rows get</span>
        <span>Your values</span>
      </Head>
      <Lines aria-label="Columns of the rows">
        {fields.map((field) => (
          <ImportLine
            key={field.id}
            field={field}
            isWordy={isWordy}
            choice={choiceOf(field)}
            onChoose={(choice) => imports.choose(field.id, choice)}
          />
        ))}
      </Lines>
      {notices.length > 0 && (
        <Banner tone="warn" inset>
          <Notices>
            {notices.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </Notices>
        </Banner>
      )}
    </Dialog>
  );
}
