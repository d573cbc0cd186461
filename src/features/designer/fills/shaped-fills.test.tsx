import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FillForm, openForm, testColumn } from '#features/designer/testing/open-form.tsx';

const town = testColumn('town', { kind: 'category', values: [{ value: 'Bonn', weight: 1 }] });

describe('columns that shape a row', () => {
  it('list one template for each item', () => {
    const list = testColumn('list', { kind: 'list', items: ['{{ town }}'] }, { type: 'list' });
    const { press, write, fillOf } = openForm(
      { columns: [town, list] },
      <FillForm columnId="list" />,
    );
    press('Item');
    write('Item 2', 'by the river');
    expect(fillOf('list')).toMatchObject({ items: ['{{ town }}', 'by the river'] });
    press('Delete item 1');
    expect(fillOf('list')).toMatchObject({ items: ['by the river'] });
  });

  it('hold objects by key', () => {
    const object = testColumn('record', { kind: 'object', entries: { a: '1' } });
    const { press, write, fillOf } = openForm(
      { columns: [town, object] },
      <FillForm columnId="record" />,
    );
    write('Key', 'place');
    press('Key');
    expect(fillOf('record')).toMatchObject({ entries: { place: '1', key: '' } });
  });

  it('put conversations together, the sides in turn', () => {
    const fill = {
      kind: 'chat',
      messages: [{ role: 'user', content: 'Hello' }],
      metadata: {},
    } as const;
    const { press, write, select, fillOf } = openForm(
      {
        columns: [town, testColumn('talk', fill, { type: 'object' })],
      },
      <FillForm columnId="talk" />,
    );
    press('Message');
    expect(fillOf('talk')).toMatchObject({ messages: [{ role: 'user' }, { role: 'assistant' }] });
    press('Delete message 2');
    select('Role', 'system');
    write('Id of the conversation', 'one');
    expect(fillOf('talk')).toMatchObject({
      messages: [{ role: 'system', content: 'Hello' }],
      conversationId: 'one',
    });
  });

  it('clean a text step by step, and say what is wrong with a pattern', () => {
    const raw = testColumn('raw', { kind: 'template', template: 'Answer: {{ town }}' });
    const clean = testColumn('clean', { kind: 'postprocess', column: 'raw', strip: true });
    const { write, fillOf } = openForm(
      { columns: [town, raw, clean] },
      <FillForm columnId="clean" />,
    );
    write('2. Cut up to', 'Answer:');
    write('6. Put behind it', '.');
    write('1. Keep the first match of', '(');
    expect(fillOf('clean')).toMatchObject({ cutPrefix: 'Answer:', addedSuffix: '.', regex: '(' });
    expect(screen.getByLabelText('1. Keep the first match of')).toHaveAccessibleDescription(/./);
    write('1. Keep the first match of', '');
    expect(fillOf('clean')).not.toHaveProperty('regex', '');
  });

  it('pick a part of a value', () => {
    const list = testColumn('list', { kind: 'list', items: ['a'] }, { type: 'list' });
    const part = testColumn('part', { kind: 'pick', column: 'town', path: '[0]' });
    const { write, select, fillOf } = openForm(
      { columns: [town, list, part] },
      <FillForm columnId="part" />,
    );
    select('Reads', 'list');
    write('Way to the part', '[0].title');
    expect(fillOf('part')).toMatchObject({ column: 'list', path: '[0].title' });
  });

  it('take several rows of a source', () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const sources = ['first', 'second'].map((id) => ({
      id,
      name: id,
      kind: 'inline' as const,
      order: 'sequence' as const,
      rows,
    }));
    const shots = testColumn('shots', { kind: 'shots', source: 'first', count: 2 });
    const { write, select, fillOf } = openForm(
      { columns: [shots], sources },
      <FillForm columnId="shots" />,
    );
    select('Source', 'second');
    write('Rows in each list', '3');
    expect(fillOf('shots')).toMatchObject({ source: 'second', count: 3 });
  });
});
