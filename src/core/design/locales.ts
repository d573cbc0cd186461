/** Where invented people come from: the locales on offer, under Faker's names and those of its Python namesake. */

/** Locale → country of its people. */
const countries = {
  en_US: 'United States',
  en_GB: 'United Kingdom',
  en_CA: 'Canada',
  en_AU: 'Australia',
  en_IE: 'Ireland',
  en_IN: 'India',
  en_ZA: 'South Africa',
  de: 'Germany',
  de_AT: 'Austria',
  de_CH: 'Switzerland',
  fr: 'France',
  fr_BE: 'Belgium',
  fr_CA: 'Canada',
  es: 'Spain',
  es_MX: 'Mexico',
  it: 'Italy',
  nl: 'Netherlands',
  pt_BR: 'Brazil',
  pt_PT: 'Portugal',
  pl: 'Poland',
  cs_CZ: 'Czechia',
  da: 'Denmark',
  sv: 'Sweden',
  nb_NO: 'Norway',
  fi: 'Finland',
  hu: 'Hungary',
  ro: 'Romania',
  tr: 'Türkiye',
  el: 'Greece',
  uk: 'Ukraine',
  ja: 'Japan',
  ko: 'South Korea',
  zh_CN: 'China',
} as const;

export type LocaleName = keyof typeof countries;

export const localeNames = Object.keys(countries) as readonly LocaleName[];

/** The locale meant by a name such as `de`, `de_DE` or `en-GB`; undefined when there is none like it. */
export function localeOf(name: string): LocaleName | undefined {
  const plain = name.replace('-', '_');
  const [language = ''] = plain.split('_');
  const alone = language === 'en' ? 'en_US' : language;
  return (
    localeNames.find((known) => known === plain) ?? localeNames.find((known) => known === alone)
  );
}

export function countryOf(locale: LocaleName): string {
  return countries[locale];
}
