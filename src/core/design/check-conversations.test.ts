import { describe, expect, it } from 'vitest';
import { checkConversations } from './check-conversations.ts';
import type { ToolEnvironment } from './conversation.ts';
import { restoreDesign } from './restore.ts';

const tool = { id: 'look', name: 'look', description: 'Find a book', parameters: {} };
const shelf: ToolEnvironment = {
  id: 'shelf',
  kind: 'deterministic',
  tools: [tool],
  lookup: { look: [{ input: {}, output: 'Emma' }] },
};

function codesOf(design: object, output: object = {}) {
  const call = {
    id: 'talk',
    name: 'talk',
    model: 'm',
    output: {
      kind: 'conversation',
      minRounds: 1,
      maxRounds: 1,
      personas: { user: 'u', assistant: 'a' },
      ...output,
    },
  };
  const restored = restoreDesign({ version: 1, calls: [call], ...design });
  if (!restored.ok) throw new Error(restored.error[0]?.message);
  return checkConversations(restored.value.design).map(({ code }) => code);
}

describe('conversations', () => {
  it('whose tools all have answers need nothing', () => {
    expect(
      codesOf({ environments: [shelf] }, { environments: ['shelf'], tools: ['look'] }),
    ).toEqual([]);
  });

  it('name tools and environments that there are', () => {
    expect(codesOf({ environments: [shelf] }, { tools: ['burn'] })).toEqual(['tool-unknown']);
    expect(codesOf({ environments: [shelf] }, { environments: ['attic'] })).toEqual([
      'env-unknown',
    ]);
  });

  it('wait for the file that holds their tools, and blame nothing else meanwhile', () => {
    const environmentsFile = { path: 'tools.yaml' };
    expect(codesOf({ environmentsFile }, { tools: ['look'] })).toEqual(['environments-missing']);
  });

  it('are told which tools cannot run here', () => {
    const foreign = { id: 'db', kind: 'foreign', type: 'database', tools: [tool] };
    expect(codesOf({ environments: [foreign] })).toEqual(['tools-foreign']);
    expect(codesOf({ environments: [shelf, foreign] }, { environments: ['shelf'] })).toContain(
      'duplicate-id',
    );
  });

  it('are told of tools that know nothing', () => {
    expect(codesOf({ environments: [{ ...shelf, lookup: {} }] })).toEqual(['tool-without-answers']);
    const played = { id: 'p', kind: 'synthetic', persona: ' ', tools: [tool] };
    expect(codesOf({ environments: [played] })).toEqual(['tool-persona-empty']);
  });
});
