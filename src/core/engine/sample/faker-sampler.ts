/** Words by a method of Faker, from the list of those a design may call. */
import { failure, success } from '#core/base/result.ts';
import type { JsonValue } from '#core/base/json.ts';
import { isFakerMethod } from '#core/design/faker-methods.ts';
import { createRowFaker, orNull } from './row-faker.ts';
import type { CreateDraw } from './sample-context.ts';

export const createFakerDraw: CreateDraw<'faker'> = (fill, { locales, columnRandom }) => {
  if (!isFakerMethod(fill.method))
    return failure(`“${fill.method.slice(0, 40)}” is not among the methods on offer.`);
  const rows = createRowFaker(fill.locale, { locales, random: columnRandom });
  if (!rows.ok) return rows;
  const [room = '', method = ''] = fill.method.split('.');
  const call = (row: number): JsonValue => {
    const module = rows.value.of(row)[room as 'word'] as unknown as Record<string, () => unknown>;
    const value = module[method]?.();
    // Some methods give a small object, such as a chemical element; it is plain data.
    return (value ?? null) as JsonValue;
  };
  return success((row) => orNull(() => call(row)));
};
