import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { callSchema } from '#core/design/design-schema.ts';
import type { ModelTrial, ModelTrials } from '#state/model-trials.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { CompareDialog } from './compare-dialog.tsx';

const call = (id: string, name: string, output: object = { kind: 'fields' }) =>
  callSchema.parse({ id, name, model: 'writer', output, rowsPerRequest: 5 });

const design = createDesign({
  models: [
    { alias: 'judge', provider: 'openai', model: 'large-1' },
    { alias: 'writer', provider: 'openai', model: 'small-1' },
  ],
  calls: [call('w', 'copywriter'), call('t', 'translator')],
});

const trialOf = (title: string): ModelTrial => ({
  rows: [{ row: 0, values: { title } }],
  ...{ totalMs: 1_240, tokens: 312, cost: { kind: 'known', usd: 0.0021 } },
});

type Ask = ModelTrials['ask'];

function setUp(
  ask: Ask = ({ model }) => Promise.resolve(trialOf(`by ${model.model}`)),
  of = design,
) {
  const real = createTestWorkbench(of);
  const asked = vi.fn<Ask>(ask);
  const models = { ...real.models, listModels: () => Promise.resolve(['small-1', 'medium-1']) };
  render(
    <WorkbenchProvider workbench={{ ...real, models, trials: { ask: asked } }}>
      <QueryClientProvider client={new QueryClient()}>
        <ThemeRoot>
          <CompareDialog request={{ kind: 'compare', callId: 'w' }} onClose={() => undefined} />
        </ThemeRoot>
      </QueryClientProvider>
    </WorkbenchProvider>,
  );
  return { asked, stores: real.stores };
}

const card = (model: string) => screen.getByRole('region', { name: `Answers of ${model}` });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('CompareDialog', () => {
  it('asks every model for the same rows and shows what each wrote and took', async () => {
    const { asked } = setUp();
    await press('Ask 2 models');
    expect(await within(card('small-1')).findByText('by small-1')).toBeVisible();
    expect(within(card('large-1')).getByText('by large-1')).toBeVisible();
    expect(within(card('large-1')).getByText('1 row, 1.2 s, 312 tokens, $0.0021')).toBeVisible();
    expect(asked.mock.calls.map(([wish]) => wish)).toEqual([
      { callId: 'w', model: { alias: 'writer', model: 'small-1' }, rowCount: 3 },
      { callId: 'w', model: { alias: 'judge', model: 'large-1' }, rowCount: 3 },
    ]);
  });

  it('says what went wrong with one and shows the others', async () => {
    setUp(({ model }) =>
      model.alias === 'judge'
        ? Promise.reject(new Error('The worker is gone.'))
        : Promise.resolve(trialOf('A lamp')),
    );
    await press('Ask 2 models');
    expect(await within(card('large-1')).findByText('The worker is gone.')).toBeVisible();
    expect(await within(card('small-1')).findByText('A lamp')).toBeVisible();
  });

  it('asks a model that is typed or taken off the list, and none that was taken away', async () => {
    const { asked } = setUp();
    await userEvent.type(screen.getByRole('combobox', { name: 'Another model' }), 'medium-1');
    await press('Add');
    await press('Compare without small-1');
    await press('Ask 2 models');
    await within(card('medium-1')).findByText('by medium-1');
    expect(asked.mock.calls.map(([{ model }]) => model.model)).toEqual(['large-1', 'medium-1']);
  });

  it('gives the call the model that is chosen, as one step', async () => {
    const { stores } = setUp();
    expect(within(card('small-1')).getByRole('button', { name: 'In use' })).toBeDisabled();
    await press('Use large-1');
    const { design: after, actions } = stores.design.getState();
    expect(after.calls.map(({ model }) => model)).toEqual(['judge', 'writer']);
    expect(within(card('large-1')).getByRole('button', { name: 'In use' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    actions.undo();
    expect(stores.design.getState().design.calls[0]?.model).toBe('writer');
  });

  it('forgets answers to another question, also those that are still coming', async () => {
    let answer: (trial: ModelTrial) => void = () => undefined;
    setUp(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await press('Compare without large-1');
    await press('Ask this model');
    await userEvent.click(screen.getByRole('combobox', { name: 'Call' }));
    await userEvent.click(screen.getByRole('option', { name: 'translator' }));
    answer(trialOf('Too late'));
    await waitFor(() => {
      expect(within(card('small-1')).getByText('Not asked yet')).toBeVisible();
    });
    expect(screen.queryByText('Too late')).toBeNull();
  });

  it('has nothing to compare without a call', () => {
    setUp(undefined, createDesign({}));
    expect(screen.getByText('No call to compare')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Ask/ })).toBeDisabled();
  });
});
