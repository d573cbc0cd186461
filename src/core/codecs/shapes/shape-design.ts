/** A shape as a design: closed sets, dates and keys are drawn here, the rest is written by one call. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { limits } from '#core/base/limits.ts';
import { compilePattern } from '#core/base/pattern.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { createNamer, isPlainId, isUsableName, slugOf } from '#core/design/column-names.ts';
import type { Constraint } from '#core/design/constraint.ts';
import { createDesign } from '#core/design/defaults.ts';
import type { Column } from '#core/design/design.ts';
import type { AnswerField, Fill } from '#core/design/fill.ts';
import { warningAt } from '#core/design/finding.ts';
import { restoreDesign, type RestoredDesign } from '#core/design/restore.ts';
import type { ReadShape, ShapeField } from './shape.ts';

const callId = 'writer';

/** Fails when there is no field. What was not taken over is among the notices. */
export function designOfShape(shape: ReadShape): Result<RestoredDesign, readonly Diagnostic[]> {
  const namer = createNamer(new Set([callId]));
  const usable = shape.fields.filter(({ name }) => isUsableName(name)).slice(0, limits.columns);
  if (usable.length === 0)
    return failure([
      { path: [], code: 'no-fields', severity: 'error', message: 'No fields were found in it.' },
    ]);
  const fields = usable.map((field) => ({
    field,
    id: namer(isPlainId(field.name) ? field.name : slugOf(field.name)),
  }));
  const columns = fields.map(({ field, id }) => columnOf(field, id));
  const isAsked = columns.some(({ fill }) => fill.kind === 'generated');
  const restored = restoreDesign(
    createDesign({
      name: shape.name === '' ? 'Imported schema' : shape.name.slice(0, limits.nameLength),
      brief: shape.description ?? '',
      models: isAsked ? [{ alias: callId, provider: 'demo', model: '' }] : [],
      columns,
      calls: isAsked
        ? [
            {
              id: callId,
              name: callId,
              model: callId,
              rowsPerRequest: 10,
              messages: [],
              examples: [],
              output: { kind: 'fields' },
            },
          ]
        : [],
      constraints: fields.flatMap(({ field, id }) => rulesOf(field, id)),
    }),
  );
  if (!restored.ok) return restored;
  const unread = usable.flatMap(({ name, pattern }) =>
    pattern === undefined || compilePattern(pattern).ok
      ? []
      : [{ path: [name], message: `The pattern of ${name} cannot be checked here.` }],
  );
  const losses = [...shape.losses, ...unread].map(({ path, message }) =>
    warningAt(path, 'not-taken-over', message),
  );
  return success({
    design: restored.value.design,
    notices: [...losses, ...restored.value.notices],
  });
}

function columnOf(field: ShapeField, id: string): Column {
  const { name, type, description = '' } = field;
  return { id, name, description, type, fill: fillOf(field), nullRate: 0, drop: false };
}

function fillOf(field: ShapeField): Fill {
  const { type, values = [] } = field;
  if (field.isUuid === true) return { kind: 'uuid' };
  if (field.isCounted === true) return { kind: 'sequence', start: 1, step: 1 };
  if (values.length > 0 && type !== 'list')
    return {
      kind: 'category',
      values: values.map((value) => ({ value: typed(value, type), weight: 1 })),
    };
  if (type === 'boolean') return { kind: 'boolean', probability: 0.5 };
  if (type === 'date' || type === 'datetime')
    return {
      kind: 'datetime',
      start: '2026-01-01',
      end: '2027-01-01',
      unit: type === 'date' ? 'D' : 'm',
    };
  return writtenFill(field);
}

function writtenFill({ values = [], fields = [] }: ShapeField): Fill {
  return {
    kind: 'generated',
    call: callId,
    ...(fields.length > 0 ? { fields: fields.map(answerField) } : {}),
    ...(values.length > 0 ? { values } : {}),
  };
}

function typed(value: string, type: ShapeField['type']): string | number {
  const isNumber = type === 'integer' || type === 'decimal';
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
}

function answerField({ name, type, description, values, fields }: ShapeField): AnswerField {
  return {
    name,
    type,
    ...(description === undefined ? {} : { description }),
    ...(values === undefined ? {} : { values }),
    ...(fields === undefined || fields.length === 0
      ? {}
      : { fields: fields.filter((one) => isUsableName(one.name)).map(answerField) }),
  };
}

function rulesOf(field: ShapeField, id: string): readonly Constraint[] {
  const { low, high, shortest, longest, pattern } = field;
  const common = { severity: 'must', inPrompt: true, chart: false } as const;
  const rules: Constraint[] = [];
  if (fillOf(field).kind !== 'generated') return rules;
  if (low !== undefined || high !== undefined)
    rules.push({ kind: 'range', id: `${id}-range`, ...common, column: id, low, high });
  if (field.type === 'text' && (shortest !== undefined || longest !== undefined))
    rules.push({
      kind: 'length',
      id: `${id}-length`,
      ...common,
      column: id,
      unit: 'characters',
      low: shortest,
      high: longest,
    });
  if (pattern !== undefined && compilePattern(pattern).ok)
    rules.push({ kind: 'pattern', id: `${id}-pattern`, ...common, column: id, pattern });
  if (field.isUnique === true)
    rules.push({ kind: 'unique', id: `${id}-unique`, ...common, columns: [id] });
  return rules;
}
