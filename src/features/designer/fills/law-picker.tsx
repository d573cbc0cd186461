import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useRef } from 'react';
import type { Distribution } from '#core/design/distribution.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import type { DistributionKind } from './change-distribution.ts';
import { LawCurve } from './law-curve.tsx';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(64px, 1fr))',
  gap: 6,
});

const Choice = styled('button')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 2,
  padding: '5px 2px 3px',
  border: 0,
  borderRadius: 6,
  boxShadow: `inset 0 0 0 1px ${tokenVar('line-2')}`,
  backgroundColor: tokenVar('sheet'),
  color: tokenVar('ink-2'),
  font: 'inherit',
  fontSize: '0.71875rem',
  lineHeight: 16 / 11.5,
  letterSpacing: 'inherit',
  cursor: 'pointer',
  '&:hover': { backgroundColor: tokenVar('hover') },
  '&[aria-checked=true]': {
    boxShadow: `inset 0 0 0 1.5px ${tokenVar('ink')}`,
    color: tokenVar('ink'),
    fontWeight: 500,
  },
  '@media (pointer: coarse)': { minHeight: 44 },
  '@media (forced-colors: active)': { '&[aria-checked=true]': { outline: '2px solid Highlight' } },
});

interface LawChoice {
  readonly label: string;
  /** What its picture shows. */
  readonly example: Distribution;
}

const choices: readonly LawChoice[] = [
  { label: 'Uniform', example: { kind: 'uniform', low: 0, high: 1 } },
  { label: 'Whole', example: { kind: 'integer', low: 1, high: 6 } },
  { label: 'Normal', example: { kind: 'gaussian', mean: 0, stddev: 1 } },
  { label: 'Skewed', example: { kind: 'scipy', distName: 'lognorm', distParams: { s: 0.6 } } },
  { label: 'Poisson', example: { kind: 'poisson', mean: 3 } },
  { label: 'Binomial', example: { kind: 'binomial', n: 8, p: 0.5 } },
  { label: '0 or 1', example: { kind: 'bernoulli', p: 0.7 } },
  {
    label: '0 or law',
    example: { kind: 'bernoulli_mixture', p: 0.6, distName: 'gamma', distParams: { a: 5 } },
  },
  { label: 'Steps', example: { kind: 'steps', edges: [0, 1, 2, 3, 4], weights: [2, 3, 1, 2] } },
  {
    label: 'Mixture',
    example: {
      kind: 'mixture',
      parts: [
        { weight: 3, mean: 0, stddev: 1 },
        { weight: 2, mean: 4, stddev: 0.8 },
      ],
    },
  },
];

interface LawPickerProps {
  readonly value: DistributionKind;
  readonly onChange: (kind: DistributionKind) => void;
}

/** The laws as pictures: one tab stop, arrows choose. */
export function LawPicker({ value, onChange }: LawPickerProps) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);

  function handleKey(event: KeyboardEvent, index: number) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = (index + step + choices.length) % choices.length;
    const choice = choices[target];
    if (choice === undefined) return;
    onChange(choice.example.kind);
    buttons.current[target]?.focus();
  }

  return (
    <Grid role="radiogroup" aria-label="Distribution">
      {choices.map(({ label, example }, index) => (
        <Choice
          key={label}
          ref={(button) => {
            buttons.current[index] = button;
          }}
          type="button"
          role="radio"
          aria-checked={example.kind === value}
          tabIndex={example.kind === value ? 0 : -1}
          onClick={() => onChange(example.kind)}
          onKeyDown={(event) => handleKey(event, index)}
        >
          <LawCurve distribution={example} />
          {label}
        </Choice>
      ))}
    </Grid>
  );
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
};
