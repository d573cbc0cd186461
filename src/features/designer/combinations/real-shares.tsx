import { styled } from '@mui/material/styles';
import type { DatasetDesign } from '#core/design/design.ts';
import { jointTable, marginalShares } from '#core/design/joint-shares.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { Caption } from '#features/designer/shared/layout.ts';
import { attributesOf } from './attributes.ts';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '4px 10px',
  margin: 0,
  fontSize: '0.75rem',
  '& dt': { color: tokenVar('ink-2'), fontWeight: 500 },
  '& dd': { margin: 0, color: tokenVar('ink-3'), fontVariantNumeric: 'tabular-nums' },
  '& b': { color: tokenVar('ink'), fontWeight: 500 },
});

/** The shares that the values of each attribute really get, beside those of its table. */
export function RealShares({ design }: { readonly design: DatasetDesign }) {
  const table = jointTable(design);
  if (!table.ok) return null;
  const tied = (design.combinations ?? []).reduce((sum, { rate }) => sum + rate, 0);
  const attributes = attributesOf(design).flatMap(({ columnId, name, values }) => {
    const shares = marginalShares(table.value, columnId);
    if (shares === undefined) return [];
    const total = values.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
    const lines = values.map(({ value, weight }, at) => ({
      value: String(value),
      real: percent(shares[at] ?? 0),
      asked: percent(total > 0 ? Math.max(0, weight) / total : 0),
    }));
    return [{ columnId, name, lines }];
  });
  return (
    <section aria-label="Shares with combinations">
      <Caption>
        {`${percent(tied)} of the rows are combinations, ${percent(Math.max(0, 1 - tied))} are drawn as usual. That makes:`}
      </Caption>
      <List>
        {attributes.map(({ columnId, name, lines }) => (
          <div key={columnId} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              {lines.map(({ value, real, asked }, at) => (
                <span key={value}>
                  {at > 0 && ' · '}
                  {value} <b>{real}</b>
                  {real !== asked && ` (table ${asked})`}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </List>
    </section>
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
