/** Findings on calls that have their texts read back. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Call, DatasetDesign } from './design.ts';
import { errorAt } from './finding.ts';

export function checkVerification({ calls, columns }: DatasetDesign): readonly Diagnostic[] {
  return calls.flatMap((call, index) => {
    if (call.verify === undefined) return [];
    const { text, report, fields } = call.verify;
    const path = ['calls', index, 'verify'] as const;
    const own = new Set(columns.filter(({ fill }) => isOf(call, fill)).map(({ id }) => id));
    const known = new Set(columns.map(({ id }) => id));
    const unknown = (place: string): Diagnostic =>
      errorAt(
        [...path, place],
        'verify-column',
        `The ${place} of a verification is a column that the call “${call.name}” writes.`,
      );
    return [
      ...(call.output.kind === 'fields'
        ? []
        : [errorAt([...path], 'verify-output', 'Only calls that write fields can be verified.')]),
      ...(own.has(text) ? [] : [unknown('text')]),
      ...(own.has(report) && report !== text ? [] : [unknown('report')]),
      ...fields.flatMap((id, at) =>
        known.has(id) && !own.has(id)
          ? []
          : [
              errorAt(
                [...path, 'fields', at],
                'verify-field',
                `“${id}” is no column that is known before the call “${call.name}” writes.`,
              ),
            ],
      ),
    ];
  });
}

function isOf(call: Call, fill: DatasetDesign['columns'][number]['fill']): boolean {
  return fill.kind === 'generated' && fill.call === call.id;
}
