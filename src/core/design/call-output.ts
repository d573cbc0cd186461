/** What a call asks for, as far as several rooms have to know. */
import type { Call, Column } from './design.ts';
import { judgeFields } from './judge.ts';

/** Whether answers are rows of fields; others are taken as they stand, one row each. */
export function asksForFields({ output }: Pick<Call, 'output'>): boolean {
  return output.kind === 'fields' || output.kind === 'judge';
}

/** The column with the fields its answer must have: those of a judge follow from the rubric. */
export function withAnswerFields(column: Column, calls: readonly Call[]): Column {
  const { fill } = column;
  if (fill.kind !== 'generated') return column;
  const output = calls.find(({ id }) => id === fill.call)?.output;
  if (output?.kind !== 'judge') return column;
  return { ...column, type: 'object', fill: { ...fill, fields: [...judgeFields(output)] } };
}
