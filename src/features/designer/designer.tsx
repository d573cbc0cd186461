import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import { useReveal } from '#state/reveal/use-reveal.ts';
import { lazyPart } from '#ui/layout/lazy-part.tsx';
import { ringed } from '#ui/layout/ringed.ts';
import { BriefField } from './brief-field.tsx';
import { ColumnSection } from './columns/column-section.tsx';
import { ConstraintSection } from './constraints/constraint-section.tsx';
import { ResourceFooter } from './resource-footer.tsx';
import { MissingFiles } from './sources/missing-files.tsx';

// Below the fold of the first screen.
const CopulaSection = lazyPart(
  async () => (await import('./copulas/copula-section.tsx')).CopulaSection,
);
const VarietySection = lazyPart(
  async () => (await import('./variety/variety-section.tsx')).VarietySection,
);

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
  ...ringed,
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
