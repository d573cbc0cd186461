/** A Faker whose chance is the row's: the same row gives the same words, whichever rows were drawn before. */
import type { Faker } from '@faker-js/faker';
import type { RandomStream } from '#core/base/random.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { localeOf, type LocaleName } from '#core/design/locales.ts';
import type { Locales } from './load-locales.ts';

export interface RowFaker {
  readonly locale: LocaleName;
  /** The Faker, set to the first draw of the row. */
  readonly of: (row: number) => Faker;
}

export function createRowFaker(
  name: string,
  { locales, random }: { readonly locales: Locales; readonly random: RandomStream },
): Result<RowFaker, string> {
  const locale = localeOf(name);
  if (locale === undefined)
    return failure(`There are no names for “${name.slice(0, 20)}”. Choose another locale.`);
  const create = locales.get(locale);
  if (create === undefined)
    return failure(`The names for ${locale} are not loaded. Open the design again.`);
  let row = 0;
  let draw = 0;
  const faker = create({ next: () => random.float(row, draw++), seed: () => undefined });
  return success({
    locale,
    of(next) {
      row = next;
      draw = 0;
      return faker;
    },
  });
}

/** What `make` gives, or null where the locale lacks a list: Faker throws then, and only then with these words. */
export function orNull<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The locale data for')) return null;
    throw error;
  }
}
