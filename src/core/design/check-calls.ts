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
      ...checkExamples(call, path, design),
    ];
  });
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
