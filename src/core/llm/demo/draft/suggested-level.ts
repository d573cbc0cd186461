/** One more level of a topic tree by a model that knows no topics: kinds of case under each value, and it says so. */
import { emptyDraft, type DraftAnswer } from '#core/llm/draft/draft-shape.ts';
import type { TreeLevel } from '#core/llm/draft/draft-task.ts';

const cases = [
  ['everyday', 'What happens most often.', 6],
  ['borderline', 'Could be taken for something else.', 2],
  ['unusual', 'Rare, but it happens.', 2],
] as const;

/** `names` are those of the columns that are there. */
export function suggestedLevel(
  { column, values }: TreeLevel,
  names: ReadonlySet<string>,
): DraftAnswer {
  const name = freeName(`${column}_case`, names);
  const table = {
    name,
    description: `How ordinary the ${column} is.`,
    varies_with: column,
    values: values.flatMap((parent) =>
      cases.map(([kind, description, weight]) => ({
        value: `${parent}: ${kind}`,
        description,
        weight,
        parent,
      })),
    ),
  };
  return {
    ...emptyDraft,
    tables: [table],
    order: [name],
    remark:
      'The demo model does not know what lies below these values, so it only tells kinds of case apart. A real model proposes topics.',
  };
}

function freeName(wanted: string, names: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; names.has(name); count += 1) name = `${wanted}_${count}`;
  return name;
}
