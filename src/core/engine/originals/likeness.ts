/** What a request says about the rows that it continues: a profile, and whole rows chosen to cover what occurs. */
import type { JsonObject } from '#core/base/json.ts';
import type { Column, DatasetDesign } from '#core/design/design.ts';
import { fieldValue } from '#core/design/field-value.ts';
import { originalRows } from '#core/design/originals.ts';
import { chooseSample } from '#core/design/profile/choose-sample.ts';
import { describeProfile } from '#core/design/profile/describe-profile.ts';
import { profileField } from '#core/design/profile/field-profile.ts';
import type { TaskLikeness } from '#core/llm/row-task.ts';

/** About a thousand tokens. */
const sampleCharacters = 4_000;

/** For the columns of one call and those it is told; undefined where the dataset continues nothing. */
export function likenessOf(
  design: DatasetDesign,
  columns: readonly Column[],
): TaskLikeness | undefined {
  const { originals } = design;
  const rows = originalRows(design);
  if (originals === undefined || rows.length === 0) return undefined;
  const shown = columns.flatMap(({ id, name }) => {
    const field = originals.fields[id];
    return field === undefined ? [] : [{ name, field }];
  });
  const about = shown.map(
    ({ name, field }) =>
      `${name}: ${describeProfile(profileField(rows.map((row) => fieldValue(row, field))))}`,
  );
  const fields = shown.map(({ field }) => field);
  const bounds = { rows: originals.shown, characters: sampleCharacters };
  const chosen = originals.shown === 0 ? [] : chooseSample(rows, fields, bounds);
  const sample = chosen.map((row): JsonObject =>
    Object.fromEntries(shown.map(({ name, field }) => [name, fieldValue(rows[row], field)])),
  );
  return { count: rows.length, about, rows: sample };
}
