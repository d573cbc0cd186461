import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { formatPath } from '#core/base/diagnostic.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { Designer } from '#features/designer/designer.tsx';
import { ProblemsStrip } from '#features/problems/problems-strip.tsx';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';

type Part = Readonly<Record<string, unknown>>;

const column = (id: string, fill: Part, parts: Part = {}): Part => ({
  id,
  name: id,
  fill,
  ...parts,
});
const category = (...values: string[]): Part => ({
  kind: 'category',
  values: values.map((value) => ({ value })),
});
const number: Part = { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 9 } };
const decimal: Part = { type: 'decimal' };
const kind = column('kind', category('a', 'b'));
const x = column('x', number, decimal);
const y = column('y', number, decimal);
const models = [{ alias: 'writer', provider: 'demo', model: '' }];
const written = (id: string): Part => column(id, { kind: 'generated', call: 'copy' });
const copy: Part = { id: 'copy', name: 'copy', model: 'writer', messages: [] };
const judge: Part = {
  ...copy,
  output: {
    kind: 'judge',
    scores: [{ name: 'q', options: [{ value: 1, description: 'a' }] }],
  },
};
const verify = { text: 'gone', report: 'lost', fields: ['kind'] };

/** Each with the place of its problem and the field that has the focus after a click on it. */
const broken: readonly (readonly [path: string, design: Part, field: RegExp])[] = [
  ['columns[0].fill.values', { columns: [column('e', category())] }, /^Add value$/],
  [
    'columns[0].fill.values',
    { columns: [column('z', { kind: 'category', values: [{ value: 'q', weight: 0 }] })] },
    /^Value 1$/,
  ],
  [
    'columns[1].fill.category',
    { columns: [x, column('s', { kind: 'subcategory', category: 'x', values: {} })] },
    /^Varies with$/,
  ],
  [
    'columns[1].fill.values',
    {
      columns: [
        kind,
        column('s', { kind: 'subcategory', category: 'kind', values: { a: [{ value: 'q' }] } }),
      ],
    },
    /^(Value of kind|[ab])$/,
  ],
  [
    'columns[0].fill.distribution',
    {
      columns: [
        column(
          'w',
          {
            kind: 'number',
            distribution: { kind: 'uniform', low: 1.2, high: 1.8 },
            decimalPlaces: 0,
          },
          { type: 'integer' },
        ),
      ],
    },
    /^Uniform$/,
  ],
  [
    'columns[1].conditionalParams',
    {
      columns: [
        kind,
        column(
          't',
          { kind: 'template', template: '{{ kind }}' },
          { conditionalParams: [{ when: 'kind == "a"', fill: category('z') }] },
        ),
      ],
    },
    /^Remove them$/,
  ],
  [
    'combinations[0].values.size',
    {
      columns: [kind, column('size', category('s', 'm'))],
      combinations: [{ rate: 0.5, values: { kind: 'a', size: 'q' } }],
    },
    /^size of combination 1$/,
  ],
  [
    'copulas[0].columns[1]',
    {
      columns: [x, y, kind],
      copulas: [
        {
          id: 'k',
          columns: ['x', 'kind'],
          matrix: [
            [1, 0.5],
            [0.5, 1],
          ],
        },
      ],
    },
    /^kind$/,
  ],
  [
    'calls[0].verify.text',
    { columns: [kind, written('t')], models, calls: [{ ...copy, verify }] },
    /^Without verification$/,
  ],
  [
    'calls[0].output',
    { columns: [kind, written('j'), written('k')], models, calls: [judge] },
    /^Asks for$/,
  ],
  [
    'calls[0].examples[0].facts.nope',
    {
      columns: [kind, written('t')],
      models,
      calls: [{ ...copy, examples: [{ facts: { nope: 1 }, values: { t: 'A' } }] }],
    },
    /^Delete example 1$/,
  ],
  [
    'originals.source',
    { columns: [kind], originals: { source: 'gone', fields: {} } },
    /^Begin without them$/,
  ],
];

function show(document: Part) {
  const restored = restoreDesign({ version: 1, rows: 10, ...document });
  if (!restored.ok) throw new Error('the design can be read');
  const { design } = restored.value;
  const workbench = createTestWorkbench(design);
  workbench.stores.view.getState().actions.set({ isProblemsOpen: true });
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <Designer />
        <ProblemsStrip />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return checkDesign(design);
}

describe('a click on a problem', () => {
  it.each(broken)('at %s focuses the field that mends it', async (path, design, field) => {
    const found = show(design).find((problem) => formatPath(problem.path) === path);
    const list = screen.getByRole('list', { name: 'Problems' });
    const text = found?.message ?? `There is no problem at ${path}.`;
    await userEvent.click(within(list).getByText(text, { exact: false, selector: 'button *' }));
    await waitFor(() => {
      const place = document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path;
      expect(place?.split('[')[0]).toBe(path.split(/[[.]/)[0]);
      expect(document.activeElement).toHaveAccessibleName(field);
    });
  });
});
