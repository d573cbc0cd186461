import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from './check.ts';
import { designSchema } from './design-schema.ts';
import { restoreDesign } from './restore.ts';

const anything = fc.jsonValue({ maxDepth: 3 });
const kinds = ['list', 'object', 'chat', 'postprocess', 'pick', 'shots', 'category'] as const;
const keys = [
  'items',
  'entries',
  'messages',
  'metadata',
  'column',
  'path',
  'source',
  'count',
] as const;
const fill = fc
  .tuple(fc.constantFrom(...kinds), fc.dictionary(fc.constantFrom(...keys), anything))
  .map(([kind, rest]) => ({ kind, ...rest }));
const outputKeys = [
  'minRounds',
  'maxRounds',
  'personas',
  'planner',
  'planColumn',
  'tools',
] as const;
const output = fc
  .dictionary(fc.constantFrom(...outputKeys), anything)
  .map((rest) => ({ kind: 'conversation', ...rest }));
const environment = fc
  .tuple(
    fc.constantFrom('deterministic', 'synthetic', 'foreign', 'other'),
    fc.dictionary(
      fc.constantFrom('id', 'tools', 'lookup', 'persona', 'grounding', 'type'),
      anything,
    ),
  )
  .map(([kind, rest]) => ({ kind, ...rest }));

describe('columns that shape, conversations and tools from outside', () => {
  it('are restored to what the schema says, whatever they were, and can be checked', () => {
    fc.assert(
      fc.property(
        fc.record({
          fills: fc.array(fill, { maxLength: 3 }),
          conversation: output,
          environments: fc.oneof(anything, fc.array(environment, { maxLength: 2 })),
          environmentsFile: fc.oneof(anything, fc.record({ path: anything, text: anything })),
        }),
        ({ fills, conversation, environments, environmentsFile }) => {
          const restored = restoreDesign({
            version: 1,
            columns: fills.map((one, index) => ({ id: `c${index}`, name: `c${index}`, fill: one })),
            calls: [{ id: 'talk', name: 'talk', model: 'm', output: conversation }],
            environments,
            environmentsFile,
          });
          if (!restored.ok) throw new Error(restored.error[0]?.message);
          expect(designSchema.safeParse(restored.value.design).success).toBe(true);
          expect(Array.isArray(checkDesign(restored.value.design))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
