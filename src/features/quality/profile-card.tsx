import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { JsonValue } from '#core/base/json.ts';
import type { ColumnProfile } from '#core/analysis/column-profile.ts';
import type { ColumnQuality } from '#core/analysis/quality.ts';
import { typeWord } from '#core/design/column-facts.ts';
import type { Column } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { PictureView } from '#ui/charts/picture/picture-view.tsx';
import { Card } from '#ui/layout/card.tsx';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { columnFacts, type ColumnFact } from './column-facts.ts';
import { columnPicture } from './column-picture.ts';
import { profileWords } from './profile-words.ts';
import { useShowRows } from './use-show-rows.ts';

const Frame = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 182,
  padding: '10px 14px',
});
const Head = styled('h3')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  margin: '0 0 8px',
  fontSize: '0.8125rem',
  fontWeight: 600,
});
const Name = styled('span')({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
const Quiet = styled('span')({ color: tokenVar('ink-3'), fontWeight: 400 });
const Middle = styled('div')({ flex: 1, minHeight: 0 });
const Chips = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 5 });
const Chip = styled('span')({
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  padding: '1px 7px',
  borderRadius: 4,
  backgroundColor: tokenVar('hover'),
  color: tokenVar('ink-2'),
  fontSize: '0.75rem',
});
const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 16px',
  marginTop: 8,
});
const Facts = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 16px',
  margin: 0,
  fontSize: '0.75rem',
  fontVariantNumeric: 'tabular-nums',
  '& dt': { color: tokenVar('ink-3') },
  '& dd': { margin: 0, fontWeight: 500, fontSize: '0.8125rem' },
  '& dd[data-tone=warn]': { color: tokenVar('amber') },
  '& dd[data-tone=bad]': { color: tokenVar('red') },
});

const mostTop = 6;
const pictureHeight = 96;

interface ProfileCardProps {
  readonly column: Column;
  readonly profile: ColumnProfile;
  readonly quality: ColumnQuality | undefined;
}

/** One column: what it holds, how often, and what stands out. */
export function ProfileCard({ column, profile, quality }: ProfileCardProps) {
  const design = useDesign((state) => state.design);
  const show = useShowRows();
  const draw = useMemo(
    () => columnPicture({ design, column, profile, quality }),
    [design, column, profile, quality],
  );
  const outliers = quality?.outliers ?? [];
  return (
    <Frame>
      <Head>
        <FillTile fillKind={column.fill.kind} />
        <Name title={column.name}>{column.name}</Name>
        <Quiet>{typeWord(column)}</Quiet>
      </Head>
      <Middle>
        {draw === undefined ? (
          <TopValues profile={profile} />
        ) : (
          <PictureView
            draw={draw}
            height={pictureHeight}
            sentence={`${column.name}: ${profileWords(profile)}`}
          />
        )}
      </Middle>
      <Foot>
        <Facts>
          {columnFacts(column, profile, quality).map((fact) => (
            <FactItem key={fact.label} fact={fact} />
          ))}
        </Facts>
        {outliers.length > 0 && (
          <Button
            tone="link"
            size="small"
            name={`Show the outliers of ${column.name}`}
            onClick={() => show(outliers, `outliers of ${column.name}`)}
          >
            Show
          </Button>
        )}
      </Foot>
    </Frame>
  );
}

function FactItem({ fact }: { readonly fact: ColumnFact }) {
  return (
    <div>
      <dt>{fact.label}</dt>
      <dd data-tone={fact.tone}>{fact.value}</dd>
    </div>
  );
}

function TopValues({ profile }: { readonly profile: ColumnProfile }) {
  const shown = profile.top.slice(0, mostTop);
  const rest = profile.distinctCount - shown.length;
  return (
    <Chips>
      {shown.map(({ value, count }) => (
        <Chip key={JSON.stringify(value)}>
          {textOf(value)} {count > 1 && <Quiet>{count.toLocaleString('en')}</Quiet>}
        </Chip>
      ))}
      {rest > 0 && <Chip>{rest.toLocaleString('en')} more</Chip>}
    </Chips>
  );
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
