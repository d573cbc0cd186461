/** First settings of fills that are drawn here, such that they work at once. */
import { uniqueName } from './column-names.ts';
import type { Draft } from './create-column.ts';
import type { Column, DatasetDesign } from './design.ts';
import type { FillKind } from './fill.ts';

type SamplerKind = Extract<
  FillKind,
  'timedelta' | 'person' | 'faker' | 'pattern' | 'constant' | 'texts' | 'series'
>;

/** A timedelta brings the date it counts from when the design has none. */
export function samplerDraft(kind: SamplerKind, design: DatasetDesign): Draft {
  switch (kind) {
    case 'timedelta':
      return timedeltaDraft(design);
    case 'person':
      return { type: 'object', fill: { kind, locale: 'en_US', ageRange: [18, 114] } };
    case 'faker':
      return {
        type: 'text',
        name: 'word',
        fill: { kind, method: 'company.name', locale: 'en_US' },
      };
    case 'pattern':
      return { type: 'text', name: 'code', fill: { kind, pattern: '[A-Z]{2}-[0-9]{4}' } };
    case 'constant':
      return { type: 'text', fill: { kind, value: 'text' } };
    case 'texts':
      return {
        type: 'text',
        name: 'text',
        fill: { kind, lists: [['Good value.', 'As expected.', 'Not for me.']], low: 1, high: 1 },
      };
    case 'series':
      return {
        type: 'decimal',
        fill: {
          kind,
          level: 100,
          trend: 0.5,
          season: { period: 12, amplitude: 10, phase: 0 },
          noise: 2,
          decimalPlaces: 2,
        },
      };
  }
}

function timedeltaDraft(design: DatasetDesign): Draft {
  const existing = design.columns.find(
    ({ type, fill }) => fill.kind === 'datetime' || type === 'date' || type === 'datetime',
  );
  const reference = existing ?? newDate(design);
  return {
    type: reference.type === 'datetime' ? 'datetime' : 'date',
    name: 'later',
    fill: { kind: 'timedelta', reference: reference.id, dtMin: 1, dtMax: 31, unit: 'D' },
    needs: existing === undefined ? [{ kind: 'add-column', column: reference }] : [],
  };
}

function newDate({ columns }: DatasetDesign): Column {
  return {
    id: uniqueName('date', new Set(columns.map(({ id }) => id))),
    name: uniqueName('date', new Set(columns.map(({ name }) => name))),
    description: '',
    type: 'date',
    fill: { kind: 'datetime', start: '2025-01-01', end: '2026-01-01', unit: 'D' },
    nullRate: 0,
    drop: false,
  };
}
