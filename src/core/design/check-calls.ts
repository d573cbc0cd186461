/** Findings on calls: the model they ask, the columns they fill, the examples they show. */
import type { Diagnostic, JsonPath } from '#core/base/diagnostic.ts';
import { closestName } from './closest-name.ts';
import type { Call, DatasetDesign } from './design.ts';
import { errorAt, listNames, warningAt, withFix } from './finding.ts';

export function checkCalls(design: DatasetDesign): readonly Diagnostic[] {
  const filled = new Set(
    design.columns.flatMap(({ fill }) => (fill.kind === 'generated' ? [fill.call] : [])),
  );
  return design.calls.flatMap((call, index) => {
    const path: JsonPath = ['calls', index];
    const isIdle = !filled.has(call.id);
    return [
      ...checkModel(call, path, design),
      ...(isIdle
        ? [
            warningAt(
              path,
              'call-without-columns',
              `No column is filled by the call “${call.name}”, so it is never asked.`,
            ),
          ]
        : []),
      ...checkFilled(call, design),
      ...checkExamples(call, path, design),
    ];
  });
}

/** A text goes into one column, and so does a conversation, beside the one that keeps its plan. */
function checkFilled(
  { id, name, output }: Call,
  { columns }: DatasetDesign,
): readonly Diagnostic[] {
  if (output.kind === 'fields') return [];
  const plan = output.kind === 'conversation' ? output.planColumn : undefined;
  const filled = columns.flatMap(({ fill, ...column }, index) =>
    fill.kind === 'generated' && fill.call === id && column.id !== plan
      ? [{ ...column, index }]
      : [],
  );
  const [first, second] = filled;
  const what = output.kind === 'text' ? 'one text' : 'one conversation';
  if (second !== undefined)
    return [
      errorAt(
        ['columns', second.index, 'fill', 'call'],
        'call-with-columns',
        `The call “${name}” asks for ${what}, which goes into ${first?.name ?? ''}. Choose another call for ${second.name}.`,
      ),
    ];
  if (output.kind !== 'conversation' || first === undefined || first.type === 'object') return [];
  const place = ['columns', first.index, 'type'];
  return [
    withFix(
      errorAt(place, 'conversation-type', `A conversation is an object, and ${first.name} is not.`),
      { label: 'Change to object', path: place, value: 'object' },
    ),
  ];
}

function checkModel(
  { model }: Call,
  path: JsonPath,
  { models }: DatasetDesign,
): readonly Diagnostic[] {
  const aliases = models.map(({ alias }) => alias);
  if (aliases.includes(model)) return [];
  const place = [...path, 'model'];
  const closest = closestName(model, aliases) ?? (aliases.length === 1 ? aliases[0] : undefined);
  return [
    withFix(
      errorAt(
        place,
        'unknown-model',
        `No model is called “${model}”. ${listNames('Models', aliases)}`,
      ),
      closest === undefined
        ? undefined
        : { label: `Change to ${closest}`, path: place, value: closest },
    ),
  ];
}

function checkExamples(
  { examples }: Call,
  path: JsonPath,
  { columns }: DatasetDesign,
): readonly Diagnostic[] {
  const names = new Set(columns.map(({ name }) => name));
  return examples.flatMap((example, index) =>
    (['facts', 'values'] as const).flatMap((part) =>
      Object.keys(example[part])
        .filter((key) => !names.has(key))
        .map((key) =>
          warningAt(
            [...path, 'examples', index, part, key],
            'unknown-reference',
            `No column is called “${key}”, so this part of the example teaches nothing.`,
          ),
        ),
    ),
  );
}
