import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { columnSchema } from '#core/design/design-schema.ts';
import { checkDesign } from '#core/design/check.ts';
import { createCallWithColumn } from '#core/design/create-call.ts';
import { useDesign, WorkbenchProvider } from '#state/react.tsx';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { JudgeForm } from './judge-form.tsx';

function design(): DatasetDesign {
  return createDesign({
    models: [{ alias: 'writer', provider: 'demo', model: '' }],
    calls: [
      {
        id: 'copy',
        name: 'copy',
        model: 'writer',
        rowsPerRequest: 10,
        messages: [],
        examples: [],
        output: { kind: 'fields' },
      },
    ],
    columns: [
      columnSchema.parse({ id: 'text', name: 'text', fill: { kind: 'generated', call: 'copy' } }),
    ],
  });
}

/** The form alone: its fields are found quickly among few. */
function Form() {
  const call = useDesign((state) => state.design.calls.find(({ id }) => id === 'judge'));
  return call?.output.kind === 'judge' ? (
    <JudgeForm call={call} output={call.output} path={['calls', 1, 'output']} />
  ) : null;
}

function setUp() {
  const workbench = createTestWorkbench(design());
  const { actions } = workbench.stores.design.getState();
  for (const command of createCallWithColumn(design(), 'judge').commands) actions.apply(command);
  render(
    <ThemeRoot>
      <WorkbenchProvider workbench={workbench}>
        <Form />
      </WorkbenchProvider>
    </ThemeRoot>,
  );
  const now = () => workbench.stores.design.getState().design;
  const judge = () => {
    const output = now().calls.find(({ id }) => id === 'judge')?.output;
    if (output?.kind !== 'judge') throw new Error('There is no judge.');
    return output;
  };
  return { now, judge };
}

async function type(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.paste(text);
  await userEvent.tab();
}

describe('a judge', () => {
  it('comes with its scores and a column for the number, and nothing to mend', () => {
    const { now, judge } = setUp();
    expect(judge()).toMatchObject({ shows: ['text'], scores: [{ name: 'quality' }], rewrites: 3 });
    expect(now().columns.map(({ name, type, fill }) => [name, type, fill.kind])).toEqual([
      ['text', 'text', 'generated'],
      ['text_judge', 'object', 'generated'],
      ['quality_score', 'decimal', 'formula'],
    ]);
    expect(checkDesign(now()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has rows below a least score written again, as often as it is told', async () => {
    const { judge } = setUp();
    expect(screen.queryByRole('spinbutton', { name: 'Written again at most' })).toBeNull();
    await type(screen.getByRole('spinbutton', { name: 'Least score' }), '4');
    await type(screen.getByRole('spinbutton', { name: 'Written again at most' }), '2');
    await userEvent.click(screen.getByRole('combobox', { name: 'Rows that stay too low' }));
    await userEvent.click(screen.getByRole('option', { name: 'Are left out of exports' }));
    expect(judge()).toMatchObject({ scores: [{ least: 4 }], rewrites: 2, whenLow: 'drop' });
  });

  it('has rows written again until all are good enough, with a cap on all tries', async () => {
    const { judge, now } = setUp();
    await type(screen.getByRole('spinbutton', { name: 'Least score' }), '4');
    const choose = async (option: string) => {
      await userEvent.click(screen.getByRole('combobox', { name: 'Rows that score too low' }));
      await userEvent.click(screen.getByRole('option', { name: option }));
    };
    await choose('Are written again until all are good enough');
    expect(judge().tries).toBe(now().rows * 1.5);
    await type(screen.getByRole('spinbutton', { name: 'Tries in all at most' }), '450');
    expect(judge().tries).toBe(450);
    const again = 450 - now().rows;
    expect(screen.getByText(new RegExp(`rows once, and ${again} tries`))).toBeVisible();
    await choose('Are written again a few times each');
    expect(judge().tries).toBeUndefined();
  });

  it('scores several things, each with options of its own', async () => {
    const { now, judge } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Score' }));
    const second = screen.getByRole('region', { name: 'Score score' });
    await type(within(second).getByRole('textbox', { name: 'Option 1' }), 'poor');
    await type(within(second).getByRole('textbox', { name: 'What is judged' }), 'Is it kind?');
    await userEvent.click(within(second).getByRole('button', { name: 'Delete option 2' }));
    expect(judge().scores[1]).toMatchObject({
      description: 'Is it kind?',
      options: [{ value: 'poor' }, { value: 3 }, { value: 4 }, { value: 5 }],
    });
    await userEvent.click(within(second).getByRole('button', { name: 'Column of this score' }));
    expect(now().columns.at(-1)).toMatchObject({
      name: 'score_score',
      type: 'text',
      fill: { expression: 'text_judge.score.score' },
    });
  });

  it('takes its columns along when a score gets another name', async () => {
    const { now, judge } = setUp();
    await type(screen.getByRole('textbox', { name: 'Score' }), 'wit');
    expect(judge().scores[0]?.name).toBe('wit');
    expect(now().columns.at(-1)?.fill).toMatchObject({ expression: 'text_judge.wit.score' });
  });

  it('is shown what is ticked', async () => {
    const { judge } = setUp();
    await userEvent.click(screen.getByRole('checkbox', { name: 'text' }));
    expect(judge().shows).toEqual([]);
  });
});
