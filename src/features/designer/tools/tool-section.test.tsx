import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { createCallWithColumn } from '#core/design/create-call.ts';
import { createDesign } from '#core/design/defaults.ts';
import { applyCommands } from '#core/design/edit.ts';
import { CallSection } from '#features/designer/calls/call-section.tsx';
import { openForm } from '#features/designer/testing/open-form.tsx';
import { ToolSection } from './tool-section.tsx';

function talk() {
  const design = createDesign({});
  const made = applyCommands(design, createCallWithColumn(design, 'conversation').commands);
  if (!made.ok) throw new Error(made.error[0]?.message);
  return made.value;
}

describe('tools', () => {
  it('with a table of answers are made, named and filled in the form', async () => {
    const { press, choose, write, current } = openForm(talk(), <ToolSection />);
    await choose('Add tools', /^With a table/);
    write('Tool', 'opening_hours');
    write('What it does', 'When a shop is open');
    press('Argument');
    write('Name of argument argument', 'shop');
    write('shop of answer 1', 'Baker');
    write('Answer 1', '{"from": 7}');
    expect(current().environments).toMatchObject([
      {
        kind: 'deterministic',
        tools: [
          {
            id: 'opening_hours',
            name: 'opening_hours',
            description: 'When a shop is open',
            parameters: { properties: { shop: { type: 'string' } }, required: ['shop'] },
          },
        ],
        lookup: { opening_hours: [{ input: { shop: 'Baker' }, output: { from: 7 } }] },
      },
    ]);
    expect(checkDesign(current())).toEqual([]);
    fireEvent.click(screen.getByLabelText(/^Plans are told/));
    expect(current().environments).toMatchObject([
      { grounding: { sampleSize: 3, tools: { opening_hours: ['shop', 'from'] } } },
    ]);
    press('Delete argument shop');
    expect(current().environments).toMatchObject([{ lookup: { opening_hours: [{ input: {} }] } }]);
  });

  it('played by a model are told who answers', async () => {
    const { press, choose, write, current, toasts } = openForm(talk(), <ToolSection />);
    await choose('Add tools', /^Played/);
    write('The model answers as', 'A library catalogue.');
    expect(current().environments).toMatchObject([
      { kind: 'synthetic', persona: 'A library catalogue.', isCached: true },
    ]);
    press('Tool');
    expect(current().environments?.[0]?.tools.map(({ id }) => id)).toEqual([
      'look_up',
      'look_up_2',
    ]);
    press('Delete tool look_up');
    expect(current().environments?.[0]?.tools.map(({ id }) => id)).toEqual(['look_up_2']);
    press('Delete tools played_tools');
    expect(current().environments).toBeUndefined();
    expect(toasts()).toEqual(['Tools played_tools deleted']);
  });

  it('are chosen for each conversation, one at least', () => {
    const { press, current } = openForm(
      talk(),
      <>
        <CallSection />
        <ToolSection />
      </>,
    );
    press('conversation');
    press('Give the assistant tools');
    press('Tool');
    press('conversation');
    const tools = screen.getByRole('region', { name: 'Tools of the assistant' });
    const chip = (name: string) => within(tools).getByLabelText(name);
    fireEvent.click(chip('look_up'));
    expect(current().calls).toMatchObject([{ output: { tools: ['look_up_2'] } }]);
    fireEvent.click(chip('look_up_2'));
    expect(chip('look_up_2')).toBeChecked();
    fireEvent.click(chip('look_up'));
    expect(current().calls).toMatchObject([{ output: { tools: [] } }]);
  });
});
