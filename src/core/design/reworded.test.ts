import { describe, expect, it } from 'vitest';
import { applyCommand } from './edit.ts';
import type { DesignCommand } from './command.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { rewordedParts } from './reworded.ts';

const lamps = designSchema.parse({
  version: 1,
  models: [{ alias: 'writer', provider: 'demo', model: 'demo' }],
  columns: [
    { id: 'kind', name: 'kind', fill: { kind: 'category', values: [{ value: 'desk' }] } },
    { id: 'praise', name: 'praise', fill: { kind: 'generated', call: 'praise' } },
  ],
  calls: [{ id: 'praise', name: 'Praise', model: 'writer', messages: [] }],
});

function after(command: DesignCommand): DatasetDesign {
  const result = applyCommand(lamps, command);
  if (!result.ok) throw new Error('the command is right');
  return result.value;
}

describe('words alone', () => {
  it('are the brief, the name and the instructions', () => {
    for (const field of ['brief', 'name', 'instructions'] as const)
      expect(rewordedParts(lamps, after({ kind: 'set-field', field, value: 'Lamps' }))).toEqual({
        [field]: 'Lamps',
      });
  });

  it('are the description of a column and the messages of a call', () => {
    const column = after({
      kind: 'update-column',
      columnId: 'kind',
      change: { description: 'Where it stands.' },
    });
    expect(Object.keys(rewordedParts(lamps, column) ?? {})).toEqual(['columns']);
    const messages = [{ role: 'user' as const, content: 'Praise it.' }];
    const call = after({ kind: 'update-call', callId: 'praise', change: { messages } });
    expect(Object.keys(rewordedParts(lamps, call) ?? {})).toEqual(['calls']);
  });

  it('are nothing where nothing has changed', () => {
    expect(rewordedParts(lamps, lamps)).toEqual({});
  });
});

describe('rows may follow from', () => {
  const [kind, praise] = lamps.columns;
  const [call] = lamps.calls;
  const others: Readonly<Record<string, Partial<DatasetDesign>>> = {
    'the seed': { seed: 2 },
    'the number of rows': { rows: 5 },
    'a fill': { columns: [{ ...kind!, fill: { kind: 'uuid' } }, praise!] },
    'the name of a column': { columns: [{ ...kind!, name: 'sort' }, praise!] },
    'the order of columns': { columns: [praise!, kind!] },
    'a column that is gone': { columns: [kind!] },
    'another model of a call': { calls: [{ ...call!, model: 'other' }] },
    'how many rows a call asks for': { calls: [{ ...call!, rowsPerRequest: 9 }] },
  };
  it.each(Object.keys(others))('%s', (what) => {
    expect(rewordedParts(lamps, { ...lamps, ...others[what] })).toBeUndefined();
  });

  it('a part that was not there before', () => {
    expect(rewordedParts(lamps, { ...lamps, combinations: [] })).toBeUndefined();
  });
});
