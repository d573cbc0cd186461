import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { ConnectionReport, DraftProblems, ModelActions } from '#state/model-actions.ts';
import { WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import type { OpenDialog } from '#state/view-store.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { ModelSettings } from './model-settings.tsx';

const typedKey = 'sk-typed-by-hand';

const design = createDesign({
  models: [
    { alias: 'writer', provider: 'openai', model: 'small-1' },
    { alias: 'judge', provider: 'demo', model: '' },
  ],
});

interface Answers {
  readonly problems?: DraftProblems;
  readonly report?: ConnectionReport | Error;
  readonly request?: Partial<OpenDialog>;
  /** The place that a problem leads to. */
  readonly path?: string;
}

function setUp({ problems = {}, report, request = {}, path }: Answers = {}) {
  const real = createTestWorkbench(design);
  if (path !== undefined) real.stores.view.getState().actions.set({ revealed: { path, atMs: 0 } });
  const listed: string[] = [];
  const models = {
    ...real.models,
    save: vi.fn<ModelActions['save']>(() => Promise.resolve(problems)),
    test: vi.fn<ModelActions['test']>(() =>
      report instanceof Error
        ? Promise.reject(report)
        : Promise.resolve(report ?? { ok: true, origin: 'https://api.openai.com' }),
    ),
    hasKey: () => Promise.resolve(false),
    listModels: vi.fn<ModelActions['listModels']>((draft) => {
      listed.push(`${draft.baseUrl} ${draft.key}`);
      return Promise.resolve(['small-1', 'large-1']);
    }),
  };
  const runs = { ...real.runs, generate: vi.fn(() => Promise.resolve()) };
  const onClose = vi.fn();
  render(
    <WorkbenchProvider workbench={{ ...real, models, runs }}>
      <QueryClientProvider client={new QueryClient()}>
        <ThemeRoot>
          <ModelSettings request={{ kind: 'models', ...request }} onClose={onClose} />
        </ThemeRoot>
      </QueryClientProvider>
    </WorkbenchProvider>,
  );
  return { models, runs, onClose, listed };
}

const field = (name: string) => screen.getByRole('textbox', { name });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

async function pasteKey() {
  await userEvent.click(field('API key'));
  await userEvent.paste(typedKey);
}

async function choose(provider: string) {
  await userEvent.click(screen.getByRole('combobox', { name: 'Provider' }));
  const list = screen.getByRole('listbox');
  await userEvent.click(within(list).getByRole('option', { name: provider }));
}

describe('ModelSettings', () => {
  it('focuses the field that a problem is about', () => {
    setUp({ path: 'models[0].endpoint' });
    expect(screen.getByRole('textbox', { name: 'Base URL' })).toHaveFocus();
  });

  it('fills in the address of a chosen provider and forgets the key typed for another', async () => {
    setUp();
    await pasteKey();
    await choose('Mistral');
    expect(field('Base URL')).toHaveValue('https://api.mistral.ai/v1');
    expect(field('API key')).toHaveValue('');
  });

  it('never writes the key into an attribute or a text', async () => {
    setUp({ problems: { key: 'This key has a line break.' } });
    await pasteKey();
    await userEvent.click(screen.getByRole('button', { name: 'Show the key' }));
    await save();
    expect(field('API key')).toHaveValue(typedKey);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().map((name) => element.getAttribute(name)),
    );
    expect(attributes.join('\n')).not.toContain(typedKey);
    expect(document.documentElement).not.toHaveTextContent(typedKey);
  });

  it('hands the typed key over once and closes', async () => {
    const { models, onClose } = setUp();
    await pasteKey();
    await save();
    expect(models.save).toHaveBeenCalledOnce();
    expect(models.save.mock.calls[0]?.[0]).toMatchObject({ alias: 'writer', key: typedKey });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('cannot be saved twice at the same time', async () => {
    const { models } = setUp();
    models.save.mockReturnValue(new Promise(() => undefined));
    await save();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows a problem at its field and stays open', async () => {
    const { onClose } = setUp({ problems: { baseUrl: 'This is no address.' } });
    await save();
    expect(field('Base URL')).toHaveAccessibleDescription('This is no address.');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('takes a problem back as soon as the draft changes', async () => {
    setUp({ problems: { baseUrl: 'This is no address.' } });
    await save();
    await userEvent.type(field('Base URL'), 'x');
    expect(screen.queryByText('This is no address.')).not.toBeInTheDocument();
  });

  it('does not show what was found of one alias at another', async () => {
    setUp({ problems: { provider: 'Choose a provider.' } });
    await save();
    await userEvent.click(screen.getByRole('button', { name: /^judge/ }));
    expect(screen.queryByText('Choose a provider.')).not.toBeInTheDocument();
  });

  it('saves what was changed at another alias too', async () => {
    const { models } = setUp();
    await userEvent.clear(field('Base URL'));
    await userEvent.type(field('Base URL'), 'https://models.example/v1');
    await userEvent.click(screen.getByRole('button', { name: /^judge/ }));
    await save();
    expect(models.save.mock.calls.map(([{ alias }]) => alias)).toEqual(['judge', 'writer']);
    expect(models.save.mock.calls[1]?.[0]).toMatchObject({ baseUrl: 'https://models.example/v1' });
  });

  it('leaves what cannot be used at another alias as it was', async () => {
    const { models } = setUp();
    await userEvent.clear(field('Base URL'));
    await userEvent.type(field('Base URL'), 'no address');
    await userEvent.click(screen.getByRole('button', { name: /^judge/ }));
    await save();
    expect(models.save.mock.calls.map(([{ alias }]) => alias)).toEqual(['judge']);
  });

  it('goes on with the run it was opened for', async () => {
    const { runs } = setUp({ request: { then: 'generate' } });
    await save();
    await waitFor(() => {
      expect(runs.generate).toHaveBeenCalledOnce();
    });
  });

  it('shows why a test failed and can test again', async () => {
    const problem = { name: 'ProviderError', message: 'The key was refused.' };
    setUp({ report: { ok: false, origin: '', problem } });
    await userEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    expect(screen.getByRole('status', { name: 'Test result' })).toHaveTextContent(
      'The test failedThe key was refused.',
    );
    expect(screen.getByRole('button', { name: 'Test connection' })).toBeEnabled();
  });

  it('survives a worker that dies during the test', async () => {
    setUp({ report: new Error('The engine has stopped.') });
    await userEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    expect(screen.getByRole('status', { name: 'Test result' })).toHaveTextContent(
      'The engine has stopped.',
    );
    expect(screen.getByRole('button', { name: 'Test connection' })).toBeEnabled();
  });

  it('asks for model names with the typed key, and only when the list is opened', async () => {
    const { listed } = setUp();
    await pasteKey();
    expect(listed).toEqual([]);
    await userEvent.click(screen.getByRole('combobox', { name: 'Model' }));
    await waitFor(() => {
      expect(listed).toEqual([`https://api.openai.com/v1 ${typedKey}`]);
    });
  });

  it('asks no address for names while it is being typed', async () => {
    const { listed } = setUp();
    await userEvent.click(screen.getByRole('combobox', { name: 'Model' }));
    await waitFor(() => {
      expect(listed).toHaveLength(1);
    });
    await pasteKey();
    await userEvent.type(field('Base URL'), '/x');
    expect(listed).toHaveLength(1);
  });

  it('asks for neither key nor model where the demo model writes', async () => {
    setUp({ request: { alias: 'judge' } });
    expect(screen.queryByRole('textbox', { name: 'API key' })).not.toBeInTheDocument();
    expect(field('Base URL')).toBeDisabled();
  });

  it('hands over delivery and extra parameters, and says what is wrong with them', async () => {
    const { models } = setUp({ problems: { parameters: 'This is not valid JSON.' } });
    await userEvent.click(screen.getByText('More'));
    await userEvent.click(field('Extra parameters'));
    await userEvent.paste('{"seed": 7}');
    await save();
    expect(models.save.mock.calls[0]?.[0]).toMatchObject({ parametersText: '{"seed": 7}' });
    expect(field('Extra parameters')).toHaveAccessibleDescription('This is not valid JSON.');
  });

  it('comes back from a sign-in with what had been typed', () => {
    const draft = {
      alias: 'writer',
      provider: 'openrouter',
      baseUrl: 'https://openrouter.ai/api/v1',
      model: 'maker/model-1',
      concurrency: 3,
      key: '',
    };
    setUp({ request: { alias: 'writer', draft, reason: 'Signed in.', isGoodNews: true } });
    expect(screen.getByText('Signed in.')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Model' })).toHaveValue('maker/model-1');
    expect(screen.getByRole('button', { name: 'Sign in with OpenRouter' })).toBeEnabled();
  });

  it('says why a plain http address gets fewer requests at once', async () => {
    setUp();
    await userEvent.clear(field('Base URL'));
    await userEvent.type(field('Base URL'), 'http://localhost:8000/v1');
    expect(screen.getByText(/browser opens 6 connections/)).toBeVisible();
  });

  it('saves the limits of the account', async () => {
    const { models } = setUp();
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Requests per minute' }), '15');
    await save();
    expect(models.save).toHaveBeenCalledWith(expect.objectContaining({ requestsPerMinute: 15 }));
  });
});
