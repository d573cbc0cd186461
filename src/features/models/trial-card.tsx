import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { counted } from '#core/base/counted.ts';
import { moneyText } from '#core/base/money-text.ts';
import type { ModelTrial } from '#state/model-trials.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { Spinner } from '#ui/feedback/spinner.tsx';
import { ValueView } from '#ui/inspect/value-view.tsx';
import { FONT_MONO } from '#ui/theme/font-families.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { ComparedModel } from './use-trials.ts';

const Card = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  minWidth: 0,
  padding: 12,
  borderRadius: 8,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line')}`,
});

const Head = styled('div')({ display: 'flex', alignItems: 'center', gap: 8 });

const Name = styled('h3')({
  flex: 1,
  minWidth: 0,
  margin: 0,
  overflowWrap: 'anywhere',
  fontFamily: FONT_MONO,
  fontSize: '0.8125rem',
  fontWeight: 500,
});

const Quiet = styled('span')({ color: tokenVar('ink-2'), fontSize: '0.75rem' });

const Row = styled('div')({
  paddingTop: 8,
  borderTop: `1px solid ${tokenVar('line')}`,
  '& dl': { margin: '4px 0 0' },
  '& dt': { color: tokenVar('ink-2'), fontSize: '0.75rem' },
  '& dd': { margin: '0 0 6px', overflowWrap: 'anywhere' },
});

interface TrialCardProps {
  readonly model: ComparedModel;
  /** Whether the call asks this model as it stands. */
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

/** What one model wrote, and what it took. */
export function TrialCard({ model, isChosen, onChoose, onRemove }: TrialCardProps) {
  const { trial, alias } = model;
  const name = model.model === '' ? alias : model.model;
  return (
    <Card aria-label={`Answers of ${name}`} aria-busy={trial === 'waiting'}>
      <Head>
        <Name>{name}</Name>
        {name !== alias && <Quiet>{alias}</Quiet>}
        <IconButton size="small" label={`Compare without ${name}`} glyph={X} onClick={onRemove} />
      </Head>
      {trial === undefined && <Quiet>Not asked yet</Quiet>}
      {trial === 'waiting' && (
        <Quiet role="status">
          <Spinner /> Answering
        </Quiet>
      )}
      {typeof trial === 'object' && <Answer trial={trial} />}
      <Head>
        <Button size="small" glyph={Check} disabled={isChosen} onClick={onChoose}>
          {isChosen ? 'In use' : `Use ${name}`}
        </Button>
      </Head>
    </Card>
  );
}

function Answer({ trial }: { readonly trial: ModelTrial }) {
  return (
    <>
      <Quiet role="status">{factsOf(trial).join(', ')}</Quiet>
      {trial.problem !== undefined && (
        <Banner tone="bad" inset>
          {trial.problem}
        </Banner>
      )}
      {trial.rows.map(({ row, values }) => (
        <Row key={row}>
          <Quiet>Row {(row + 1).toLocaleString('en')}</Quiet>
          <dl>
            {Object.entries(values).map(([field, value]) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <ValueView value={value} />
                </dd>
              </div>
            ))}
          </dl>
        </Row>
      ))}
    </>
  );
}

function factsOf({ rows, totalMs, tokens, cost, problem }: ModelTrial): readonly string[] {
  const answered = counted(rows.length, 'row');
  return [
    problem === undefined ? answered : 'no answer',
    ...(totalMs === undefined ? [] : [`${(totalMs / 1_000).toFixed(1)} s`]),
    ...(tokens === undefined ? [] : [`${tokens.toLocaleString('en')} tokens`]),
    ...(cost.kind === 'known' ? [moneyText(cost.usd)] : []),
    ...(cost.kind === 'free' && problem === undefined ? ['free'] : []),
  ];
}
