import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fillSchema } from '#core/design/fill.ts';
import { useDesign } from '#state/react.tsx';
import { openForm, testColumn } from '#features/designer/testing/open-form.tsx';
import { ColumnHead } from './column-head.tsx';
import { fillCatalogue } from './fill-catalogue.ts';

describe('the fills on offer', () => {
  it('are all there are, each with what it does and an example of its own', () => {
    const kinds = fillSchema.options.map(({ shape }) => shape.kind.value);
    expect(fillCatalogue.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
    expect(new Set(fillCatalogue.map(({ example }) => example)).size).toBe(kinds.length);
    for (const { about, example } of fillCatalogue)
      expect([about, example]).not.toContainEqual(expect.stringMatching(/^$|\.$/));
  });

  it('are explained in place', () => {
    const code = testColumn('code', { kind: 'pattern', pattern: '[A-Z]{2}' });
    const { press } = openForm({ columns: [code] }, <FirstHead />);
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
    press('What this fill does');
    expect(screen.getByRole('note')).toHaveTextContent(
      'Pattern: texts that match a regular expression. For example: code is [A-Z]{2}-[0-9]{4}, such as KD-4821.',
    );
  });

  it('take the example over as one step', () => {
    const price = testColumn('price', { kind: 'formula', expression: '1' }, { type: 'decimal' });
    const { press, fillOf, current } = openForm({ columns: [price] }, <FirstHead />);
    press('What this fill does');
    press('Use this example');
    expect(fillOf('price')).toMatchObject({ expression: 'size * 12 + 90' });
    expect(current().columns.map(({ name }) => name)).toEqual(['price', 'size']);
  });
});

function FirstHead() {
  const column = useDesign(({ design }) => design.columns[0]);
  return (
    column && (
      <ColumnHead
        column={column}
        path={['columns', 0]}
        areSettingsShown={false}
        onSettings={() => null}
      />
    )
  );
}
