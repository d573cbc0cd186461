/** Scores of the demo model: drawn from what it is shown, so that the same text is always scored alike and another text may fare better. */
import { canonicalJson, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { createRandom, hashText } from '#core/base/random.ts';
import type { RowTask, TaskField, TaskRow } from '#core/llm/row-task.ts';

/** The scores of one row, an object of the fields of the task. */
export function judgeRow(task: RowTask, row: TaskRow): JsonObject {
  const shown = canonicalJson([row.facts, [...row.messages]]);
  return Object.fromEntries(
    task.fields.map((judge): [string, JsonValue] => [
      judge.name,
      Object.fromEntries(
        (judge.fields ?? []).map((score): [string, JsonValue] => [
          score.name,
          scoreOf(score, { task, rubric: judge, shown, row }),
        ]),
      ),
    ]),
  );
}

interface Judging {
  readonly task: RowTask;
  /** The column of the judge. */
  readonly rubric: TaskField;
  readonly shown: string;
  readonly row: TaskRow;
}

function scoreOf(score: TaskField, { task, shown, row }: Judging): JsonObject {
  const given = score.fields?.find(({ name }) => name === 'score');
  const values = given?.values ?? [];
  const random = createRandom(task.seed, score.name);
  const chosen = values[random.below(Math.max(1, values.length), hashText(shown), 0)] ?? '';
  const isNumber = given?.type === 'integer' || given?.type === 'decimal';
  return {
    reasoning: reasonOf(score, chosen, { row, meaning: given?.description ?? '' }),
    score: isNumber ? Number(chosen) : chosen,
  };
}

function reasonOf(
  { name }: TaskField,
  chosen: string,
  { row, meaning }: { readonly row: TaskRow; readonly meaning: string },
): string {
  const text =
    row.messages.at(-1) ?? Object.values(row.facts).find((value) => typeof value === 'string');
  const words = (text ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const start = words.slice(-6).join(' ');
  const said = meaning
    .split('; ')
    .find((part) => part.startsWith(`${chosen}: `))
    ?.slice(chosen.length + 2);
  const why = said === undefined || said === '' ? `it fits the option ${chosen}` : said;
  return `For ${name}: ${why}. It has ${words.length} words and ends in “${start}”.`;
}
