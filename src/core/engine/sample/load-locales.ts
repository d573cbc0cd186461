/** Names and words of the locales a design asks for: loaded when a dataset opens, never before. */
import type { Faker, LocaleDefinition, Randomizer } from '@faker-js/faker';
import { fillsOf } from '#core/design/column-facts.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { localeOf, type LocaleName } from '#core/design/locales.ts';

/** A Faker of one locale whose chance is the caller's. */
export type CreateFaker = (randomizer: Randomizer) => Faker;

export type Locales = ReadonlyMap<LocaleName, CreateFaker>;

export const noLocales: Locales = new Map();

interface LocaleModule {
  readonly faker: Faker;
}

const loaders: Readonly<Record<LocaleName, () => Promise<LocaleModule>>> = {
  en_US: () => import('@faker-js/faker/locale/en_US'),
  en_GB: () => import('@faker-js/faker/locale/en_GB'),
  en_CA: () => import('@faker-js/faker/locale/en_CA'),
  en_AU: () => import('@faker-js/faker/locale/en_AU'),
  en_IE: () => import('@faker-js/faker/locale/en_IE'),
  en_IN: () => import('@faker-js/faker/locale/en_IN'),
  en_ZA: () => import('@faker-js/faker/locale/en_ZA'),
  de: () => import('@faker-js/faker/locale/de'),
  de_AT: () => import('@faker-js/faker/locale/de_AT'),
  de_CH: () => import('@faker-js/faker/locale/de_CH'),
  fr: () => import('@faker-js/faker/locale/fr'),
  fr_BE: () => import('@faker-js/faker/locale/fr_BE'),
  fr_CA: () => import('@faker-js/faker/locale/fr_CA'),
  es: () => import('@faker-js/faker/locale/es'),
  es_MX: () => import('@faker-js/faker/locale/es_MX'),
  it: () => import('@faker-js/faker/locale/it'),
  nl: () => import('@faker-js/faker/locale/nl'),
  pt_BR: () => import('@faker-js/faker/locale/pt_BR'),
  pt_PT: () => import('@faker-js/faker/locale/pt_PT'),
  pl: () => import('@faker-js/faker/locale/pl'),
  cs_CZ: () => import('@faker-js/faker/locale/cs_CZ'),
  da: () => import('@faker-js/faker/locale/da'),
  sv: () => import('@faker-js/faker/locale/sv'),
  nb_NO: () => import('@faker-js/faker/locale/nb_NO'),
  fi: () => import('@faker-js/faker/locale/fi'),
  hu: () => import('@faker-js/faker/locale/hu'),
  ro: () => import('@faker-js/faker/locale/ro'),
  tr: () => import('@faker-js/faker/locale/tr'),
  el: () => import('@faker-js/faker/locale/el'),
  uk: () => import('@faker-js/faker/locale/uk'),
  ja: () => import('@faker-js/faker/locale/ja'),
  ko: () => import('@faker-js/faker/locale/ko'),
  zh_CN: () => import('@faker-js/faker/locale/zh_CN'),
};

/** Locales that person and faker columns of the design name; unknown ones are left out, their cells then say so. */
function neededLocales(design: DatasetDesign): readonly LocaleName[] {
  const fills = design.columns.flatMap(fillsOf);
  const names = fills.flatMap((fill) =>
    fill.kind === 'person' || fill.kind === 'faker' ? [localeOf(fill.locale)] : [],
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Rejects only when a file of the app itself cannot be fetched. */
export async function loadLocales(design: DatasetDesign): Promise<Locales> {
  const loaded = await Promise.all(
    neededLocales(design).map(async (name) => {
      const { faker } = await loaders[name]();
      return [name, createFakerOf(faker)] as const;
    }),
  );
  return new Map(loaded);
}

/** The modules of single locales export no class, only an object of it; importing the class would bring all locales. */
function createFakerOf(faker: Faker): CreateFaker {
  const FakerOfLocale = faker.constructor as new (options: {
    locale: LocaleDefinition;
    randomizer: Randomizer;
  }) => Faker;
  return (randomizer) => new FakerOfLocale({ locale: faker.rawDefinitions, randomizer });
}
