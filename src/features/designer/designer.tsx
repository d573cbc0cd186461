import { keyframes, styled } from '@mui/material/styles';
import { useRef } from 'react';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { BriefField } from './brief-field.tsx';
import { ColumnSection } from './columns/column-section.tsx';
import { ConstraintSection } from './constraints/constraint-section.tsx';
import { ResourceFooter } from './resource-footer.tsx';
import { MissingFiles } from './sources/missing-files.tsx';
import { useReveal } from './shared/use-reveal.ts';

// Below the fold of the first screen.
const CopulaSection = lazyPart(
  async () => (await import('./copulas/copula-section.tsx')).CopulaSection,
);
const VarietySection = lazyPart(
  async () => (await import('./variety/variety-section.tsx')).VarietySection,
);

const ringOnce = keyframes({
  '0%, 60%': { boxShadow: `0 0 0 2px ${tokenVar('blue-line')}` },
  '100%': { boxShadow: '0 0 0 2px transparent' },
});

const Body = styled('div')({
  height: '100%',
  minHeight: 0,
  overflowY: 'auto',
  // Room for the hairline of the cards, which lies outside them.
  padding: '1px 4px 12px 4px',
  '& > section': { marginTop: 4 },
  '& > section > div:first-of-type': { minHeight: 34, paddingLeft: 2 },
  containerType: 'inline-size',
  containerName: 'designer',
  '& [data-ringed]': { animation: `${ringOnce} 1.2s ease-out 1` },
});

/** The design as a form: brief, columns, constraints, and what they draw on. */
export function Designer() {
  const body = useRef<HTMLDivElement>(null);
  useReveal(body);
  return (
    <Body ref={body}>
      <MissingFiles />
      <BriefField />
      <ColumnSection />
      <ConstraintSection />
      <VarietySection />
      <CopulaSection />
      <ResourceFooter />
    </Body>
  );
}
