/** The call that new columns are written by: the first that fills columns, or a new one that asks a model of the design. */
import { createNamer } from './column-names.ts';
import type { Call, DatasetDesign, ModelAlias } from './design.ts';

export interface CallForFields {
  readonly call: Call;
  /** Calls and models of the design with what the call needs; for a design in which it writes something. */
  readonly calls: readonly Call[];
  readonly models: readonly ModelAlias[];
}

/** `model` is asked where the design names none. The design is not changed. */
export function callForFields(design: DatasetDesign, model: ModelAlias): CallForFields {
  const { calls, models } = design;
  const existing = calls.find(({ output }) => output.kind === 'fields');
  if (existing !== undefined) return { call: existing, calls, models };
  const call: Call = {
    id: createNamer(new Set(calls.map(({ id }) => id)))('writer'),
    name: createNamer(new Set(calls.map(({ name }) => name)))('writer'),
    model: models[0]?.alias ?? model.alias,
    rowsPerRequest: 10,
    messages: [],
    examples: [],
    output: { kind: 'fields' },
  };
  return { call, calls: [...calls, call], models: models.length === 0 ? [model] : models };
}
