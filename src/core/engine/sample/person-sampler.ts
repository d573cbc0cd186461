/**
 * An invented person as one object whose parts agree: the name fits the sex, the e-mail address the
 * name, the place the country, the birth date the age. Addresses end in example.com and reach nobody.
 */
import type { Faker } from '@faker-js/faker';
import type { JsonObject } from '#core/base/json.ts';
import { failure, success } from '#core/base/result.ts';
import type { FillOf } from '#core/design/fill.ts';
import { countryOf } from '#core/design/locales.ts';
import { createRowFaker, orNull } from './row-faker.ts';
import type { CreateSampler } from './sample-context.ts';

/** Ages are as of this year's first day; a clock would make other rows tomorrow. */
const ageYear = 2026;

export const createPersonSampler: CreateSampler<'person'> = (fill, { locales, columnRandom }) => {
  const [least = 18, greatest = 114] = fill.ageRange;
  if (least < 0 || greatest > 150 || least > greatest)
    return failure('An age range goes from the least to the greatest age, between 0 and 150.');
  const rows = createRowFaker(fill.locale, { locales, random: columnRandom });
  if (!rows.ok) return rows;
  const { locale, of } = rows.value;
  const valueOf = (row: number): JsonObject => ({
    ...personOf(of(row), fill),
    country: countryOf(locale),
    locale,
  });
  return success({ draw: valueOf, block: { kind: 'computed', valueOf } });
};

function personOf(faker: Faker, fill: FillOf<'person'>): JsonObject {
  const sex = fill.sex ?? (faker.number.float() < 0.5 ? 'Female' : 'Male');
  const gender = sex === 'Female' ? 'female' : 'male';
  const firstName = faker.person.firstName(gender);
  const lastName = faker.person.lastName(gender);
  const [least = 18, greatest = 114] = fill.ageRange;
  const age = faker.number.int({ min: least, max: greatest });
  // Born within the year before this age was reached on the first of January.
  const birthMs = Date.UTC(ageYear - age - 1, 0, 2 + faker.number.int({ min: 0, max: 364 }));
  return {
    first_name: firstName,
    last_name: lastName,
    name: faker.person.fullName({ firstName, lastName, sex: gender }),
    sex,
    age,
    birth_date: new Date(birthMs).toISOString().slice(0, 10),
    email: faker.internet.exampleEmail({ firstName, lastName }).toLowerCase(),
    phone_number: faker.phone.number(),
    street_address: orNull(() => faker.location.streetAddress()),
    city: cityOf(faker, fill.city),
    state: orNull(() => faker.location.state()),
    postcode: orNull(() => faker.location.zipCode()),
  };
}

function cityOf(faker: Faker, cities: readonly string[] = []): string {
  if (cities.length === 0) return faker.location.city();
  return cities[faker.number.int({ min: 0, max: cities.length - 1 })] ?? '';
}
