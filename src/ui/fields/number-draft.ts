/** Reading a number as it is typed: the text stays what was typed, and only a valid number is handed on. */

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** Strictly greater than this. */
  readonly above?: number;
  readonly integer?: boolean;
  /** An empty field is allowed and means "not set". */
  readonly optional?: boolean;
}

export type NumberReading =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly message: string };

const invalid = (message: string): NumberReading => ({ kind: 'invalid', message });

export function readNumber(text: string, limits: NumberLimits): NumberReading {
  const trimmed = text.trim();
  if (trimmed === '')
    return limits.optional === true ? { kind: 'empty' } : invalid('Enter a number.');
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return invalid('Enter a number.');
  const problem = limitProblem(value, limits);
  return problem === undefined ? { kind: 'value', value } : invalid(problem);
}

function limitProblem(value: number, limits: NumberLimits): string | undefined {
  const { min, max, above, integer } = limits;
  if (integer === true && !Number.isInteger(value)) return 'Must be a whole number.';
  if (above !== undefined && value <= above) return `Must be above ${above}.`;
  if (min !== undefined && value < min) return `Must be at least ${min}.`;
  if (max !== undefined && value > max) return `Must be at most ${max}.`;
  return undefined;
}

export function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
