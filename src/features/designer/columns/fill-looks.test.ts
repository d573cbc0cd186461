import { expect, it } from 'vitest';
import { fillGroup } from '#core/design/fill-group.ts';
import { fillSchema } from '#core/design/fill.ts';
import { fillGroupOf } from '#ui/marks/fill-kinds.ts';

it('each way of filling a column looks like the origin that it has', () => {
  const kinds = fillSchema.options.map(({ shape }) => shape.kind.value);
  expect(kinds.map((kind) => [kind, fillGroupOf(kind)])).toEqual(
    kinds.map((kind) => [kind, fillGroup(kind)]),
  );
});
