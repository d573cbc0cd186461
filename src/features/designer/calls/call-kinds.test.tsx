import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '#core/design/check.ts';
import { ColumnSection } from '#features/designer/columns/column-section.tsx';
import { openForm, testColumn } from '#features/designer/testing/open-form.tsx';
import { CallSection } from './call-section.tsx';

const town = testColumn('town', { kind: 'category', values: [{ value: 'Bonn', weight: 1 }] });
const errorsOf = (design: Parameters<typeof checkDesign>[0]) =>
  checkDesign(design).filter(({ severity }) => severity === 'error');

/** Editors of columns are loaded when they are first shown. */
const editorLoaded = () => screen.findByRole('textbox', { name: 'Name' });

describe('a new call', () => {
  it('asks for one text with the messages it is given', async () => {
    const { press, choose, write, current } = openForm({ columns: [town] }, <CallSection />);
    await choose('Add call', /^One text/);
    press('Message');
    write('Message', 'A note about {{ town }}.');
    expect(current().calls).toMatchObject([
      {
        output: { kind: 'text' },
        rowsPerRequest: 1,
        messages: [{ role: 'user', content: 'A note about {{ town }}.' }],
      },
    ]);
    expect(current().columns.at(-1)).toMatchObject({ name: 'text', type: 'text' });
    expect(errorsOf(current())).toEqual([]);
  });

  it('plays a conversation that is described in its form', async () => {
    const { choose, write, press, current } = openForm({ columns: [town] }, <ColumnSection />);
    await choose('Add column', /^Conversation/);
    await editorLoaded();
    write('The user is', 'You live in {{ town }}.');
    write('The assistant is', 'You know the town.');
    write('What the plan keeps in mind', 'They end as friends.');
    write('At most', '4');
    press('Keep the plan in a column');
    expect(current().calls).toMatchObject([
      {
        output: {
          kind: 'conversation',
          minRounds: 1,
          maxRounds: 4,
          personas: { user: 'You live in {{ town }}.', assistant: 'You know the town.' },
          planner: 'They end as friends.',
          planColumn: 'conversation_plan',
        },
      },
    ]);
    expect(screen.getByText(/2 to 8 messages/)).toBeInTheDocument();
    expect(errorsOf(current())).toEqual([]);
    press('Without the plan');
    expect(current().columns.map(({ name }) => name)).toEqual(['town', 'conversation']);
  });

  it('can be made for a column that is there, and turned into another kind', async () => {
    const { choose, select, current } = openForm({ columns: [town] }, <ColumnSection />);
    await choose('Add column', /^Written by a model/);
    await editorLoaded();
    select('Call', /^Conversation/);
    expect(current().columns.at(-1)).toMatchObject({ type: 'object' });
    select('Asks for', /^One text/);
    expect(current().columns.at(-1)).toMatchObject({ type: 'text' });
    expect(current().calls.at(-1)).toMatchObject({ output: { kind: 'text' } });
    expect(errorsOf(current())).toEqual([]);
  });
});
