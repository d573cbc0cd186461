import { styled } from '@mui/material/styles';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleX from 'lucide-react/icons/circle-x';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ConstraintMeasure } from '#core/analysis/constraint-measure.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { constraintParts, constraintSentence } from '#core/design/sentence.ts';
import { findColumn } from '#core/design/design.ts';
import { useDataset, useDesign } from '#state/react.tsx';
import { verdictTone } from '#state/rule-verdict.ts';
import { Button } from '#ui/actions/button.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { brokenWords, heldWords } from './rule-words.ts';
import { useShowRows } from './use-show-rows.ts';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    padding: '0 8px 6px',
    color: tokenVar('ink-3'),
    fontSize: '0.75rem',
    fontWeight: 400,
    textAlign: 'left',
  },
  '& td': { height: 40, padding: '4px 8px', borderTop: `1px solid ${tokenVar('line')}` },
  '& [data-right]': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& td:first-of-type, & th:first-of-type': { paddingLeft: 0 },
  '& td:last-of-type, & th:last-of-type': { paddingRight: 0 },
});
const Sentence = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 8 });
const Tone = styled('span')({
  '&[data-tone=ok]': { color: tokenVar('green') },
  '&[data-tone=bad]': { color: tokenVar('red') },
  '&[data-tone=warn]': { color: tokenVar('amber') },
  '&[data-tone=plain]': { color: tokenVar('ink-3') },
});

const glyphs = { ok: CircleCheck, bad: CircleX, warn: TriangleAlert, plain: CircleDashed };

interface RuleReportProps {
  /** Has a model write these rows again; without it the table does not offer it. */
  readonly onFix?: ((rows: readonly number[]) => void) | undefined;
}

/** Every rule with its pass rate and the rows that break it. */
export function RuleReport({ onFix }: RuleReportProps) {
  const rules = useDesign((state) => state.design.constraints);
  if (rules.length === 0) return <p>This design has no rules.</p>;
  return (
    <Table aria-label="Rules">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Severity</th>
          <th scope="col" data-right>
            Holds for
          </th>
          <th scope="col" data-right>
            Breaks
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} onFix={onFix} />
        ))}
      </tbody>
    </Table>
  );
}

interface RuleRowProps extends RuleReportProps {
  readonly rule: Constraint;
}

function RuleRow({ rule, onFix }: RuleRowProps) {
  const design = useDesign((state) => state.design);
  const summary = useDataset((state) => state.summary);
  const measure = summary?.measures[rule.id];
  const tone = verdictTone(measure, rule);
  return (
    <tr>
      <td>
        <Sentence>
          <Tone data-tone={tone}>
            <Icon glyph={glyphs[tone]} size={15} />
          </Tone>
          <span>
            {constraintParts(rule, design).map((part, index) =>
              part.kind === 'text' ? (
                <span key={index}>{part.text}</span>
              ) : (
                <ColumnChip
                  key={index}
                  name={findColumn(design, part.columnId)?.name ?? part.columnId}
                  fillKind={findColumn(design, part.columnId)?.fill.kind ?? 'unknown'}
                />
              ),
            )}
          </span>
        </Sentence>
      </td>
      <td>{rule.severity}</td>
      <td data-right>{heldWords(measure, summary?.rowCount ?? 0)}</td>
      <td data-right>
        <Tone data-tone={tone === 'ok' ? 'plain' : tone}>{brokenWords(measure)}</Tone>
        <BrokenActions measure={measure} about={constraintSentence(rule, design)} onFix={onFix} />
      </td>
    </tr>
  );
}

interface BrokenActionsProps extends RuleReportProps {
  readonly measure: ConstraintMeasure | undefined;
  readonly about: string;
}

function BrokenActions({ measure, about, onFix }: BrokenActionsProps) {
  const show = useShowRows();
  const rows = measure?.brokenRows ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <Button
        tone="link"
        size="small"
        name={`Show rows where not: ${about}`}
        onClick={() => show(rows, `not: ${about}`)}
      >
        Show
      </Button>
      {onFix !== undefined && (
        <Button tone="link" size="small" name={`Write again: ${about}`} onClick={() => onFix(rows)}>
          Retry
        </Button>
      )}
    </>
  );
}
