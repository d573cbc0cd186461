import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import type { Draft, DraftState } from '#state/draft-store.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { DraftDialog } from './draft-dialog.tsx';

const base = createDesign({ brief: 'Bikes.' });

function designOf(extra: object = {}) {
  const restored = restoreDesign({
    ...base,
    columns: [
      {
        name: 'price',
        fill: { kind: 'number', distribution: { kind: 'uniform', low: 1, high: 9 } },
      },
      { name: 'tax', type: 'decimal', fill: { kind: 'formula', expression: 'price * 0.2' } },
    ],
    ...extra,
  });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return restored.value.design;
}

const drafted: Draft = {
  design: designOf(),
  problems: [],
  remark: 'No law for weekends.',
  exchanges: [{ messages: [{ role: 'user', content: 'Bikes, please.' }], answer: '{"name":"B"}' }],
  usage: { inputTokens: 900, outputTokens: 100 },
};

function setUp(state: Partial<DraftState>, real = createTestWorkbench(createDesign())) {
  real.stores.drafts.setState({ kind: 'describe', ...state });
  const drafts = { ...real.drafts, ask: vi.fn(), take: vi.fn(), stop: vi.fn() };
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={{ ...real, drafts }}>
        <DraftDialog onClose={() => undefined} />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  return drafts;
}

const ready = {
  status: 'ready',
  base,
  draft: drafted,
  model: { provider: 'openai', model: 'gpt-x' },
} as const;

describe('the question', () => {
  it('is asked by Enter, not by Shift and Enter, and not while nothing is said', async () => {
    const { ask } = setUp({});
    const field = screen.getByRole('textbox', { name: 'What rows do you need?' });
    await userEvent.type(field, '{Enter}');
    await userEvent.type(field, 'Bikes{Shift>}{Enter}{/Shift}and parts');
    expect(ask).not.toHaveBeenCalled();
    await userEvent.type(field, '{Enter}');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('says what it costs and that the demo model is one', () => {
    setUp({});
    expect(screen.getByRole('button', { name: 'Draft the design' })).toHaveAccessibleDescription(
      'by the demo model, free',
    );
    expect(screen.getByText(/It goes by words, not by meaning/)).toBeVisible();
  });

  it('that failed says why in place and keeps the words', () => {
    setUp({
      status: 'failed',
      texts: { describe: 'Bikes', edit: '', axes: '', level: '', prompt: '' },
      problem: { name: 'ProviderError', kind: 'auth', message: 'The key was refused.' },
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The key was refused. Nothing was changed.',
    );
    expect(screen.getByRole('textbox')).toHaveValue('Bikes');
    expect(screen.getByRole('button', { name: 'Open Model settings' })).toBeVisible();
  });

  it('can be stopped', async () => {
    const { stop } = setUp({ status: 'asking' });
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(stop).toHaveBeenCalled();
  });
});

describe('the draft', () => {
  it('lists what would change, with the request and what it took', async () => {
    setUp(ready);
    expect(screen.getByRole('checkbox', { name: 'price, added' })).toBeChecked();
    expect(screen.getByText('decimal, price * 0.2')).toBeVisible();
    expect(screen.getByText('No law for weekends.')).toBeVisible();
    expect(screen.getByText('1 request, 1,000 tokens')).toBeVisible();
    await userEvent.click(screen.getByText('Show the request'));
    expect(screen.getByRole('region', { name: 'Request 1' })).toHaveTextContent('Bikes, please.');
  });

  it('says at once what a change that is left out would break, and lands the rest', async () => {
    const { take } = setUp(ready);
    await userEvent.click(screen.getByRole('checkbox', { name: 'price, added' }));
    expect(screen.getByText(/No column is called “price”/)).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'tax, added' }));
    expect(screen.queryByText(/No column is called/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'price, added' }));
    await userEvent.click(screen.getByRole('button', { name: 'Use this design' }));
    expect(take).toHaveBeenCalledWith(new Set(['columns/price']));
  });

  it('that changes nothing says so', () => {
    setUp({ ...ready, draft: { ...drafted, design: base } });
    expect(screen.getByText(/Nothing would change/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use this design' })).toBeDisabled();
  });
});

describe('a better prompt', () => {
  function rated() {
    const design = designOf({
      models: [{ alias: 'writer', provider: 'demo', model: '' }],
      columns: [{ id: 'title', name: 'title', fill: { kind: 'generated', call: 'write' } }],
      calls: [{ id: 'write', model: 'writer', messages: [{ role: 'user', content: 'Name it.' }] }],
    });
    const calls = design.calls.map((call) => ({
      ...call,
      messages: [{ role: 'user' as const, content: 'Name it soberly.' }],
    }));
    return { design, after: { ...design, calls } };
  }

  function setUpRated(state: Partial<DraftState>) {
    const { design } = rated();
    const real = createTestWorkbench(design);
    const cells = { title: { 0: { disliked: 'Wow' }, 1: { disliked: 'Gosh' } } };
    real.stores.design.setState({ marks: { cells, excluded: [] } });
    return setUp({ kind: 'prompt', aboutId: 'write', ...state }, real);
  }

  it('is asked for without a word, and the dialog says what is told', async () => {
    const { ask } = setUpRated({});
    expect(screen.getByText(/2 disliked values/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Improve prompt' }));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is shown word by word and can be used with the disliked cells written again', async () => {
    const { design, after } = rated();
    const { take } = setUpRated({
      ...ready,
      base: design,
      draft: { ...drafted, design: after },
    });
    const changed = screen.getByRole('region', { name: 'Changed words' });
    expect(changed.querySelector('ins')).toHaveTextContent('soberly');
    await userEvent.click(screen.getByRole('button', { name: 'Use and write disliked again' }));
    expect(take).toHaveBeenCalledWith(new Set(['calls/write']), { andWriteAgain: true });
  });
});
