/**
 * The price of work. Limits count steps and characters, never milliseconds, so that a design passes or
 * fails alike on every machine. Straight-line nodes are free, because the source length bounds them;
 * loop turns, calls and everything that grows or scans text, lists and objects are charged.
 */
import { limits } from '#core/base/limits.ts';
import type { Span } from './ast.ts';
import { problemAt } from './problem.ts';
import { evaluateTest, isList, isMapping, toText, type Value } from './value.ts';

/** What is left to spend. Owned by the caller, who may share one budget between several evaluations. */
export interface Budget {
  steps: number;
  /** Characters the template may still print. */
  outputLength: number;
}

export function createBudget(
  steps: number = limits.expressionSteps,
  outputLength: number = limits.renderedLength,
): Budget {
  return { steps, outputLength };
}

/** Deepest nesting of a value that evaluation builds, prints or compares. */
const maxValueDepth = 512;

/** Takes `steps` off the budget; throws `budget-exceeded` at `at` when that is more than is left. */
export function charge(budget: Budget, steps: number, at: Span): void {
  budget.steps -= steps;
  if (budget.steps < 0)
    throw problemAt(
      at,
      'budget-exceeded',
      'This needs more steps than one row may take. Loop over fewer items or build shorter text.',
    );
}

/** Charges for scanning or building a text of `length` characters; refuses texts beyond the limit. */
export function chargeText(budget: Budget, length: number, at: Span): void {
  if (length > limits.renderedLength)
    throw problemAt(
      at,
      'output-too-long',
      `This text would have more than ${limits.renderedLength.toLocaleString('en')} characters. Shorten it.`,
    );
  charge(budget, 1 + Math.floor(length / 32), at);
}

/** Takes printed characters off the budget; throws `output-too-long` at `at`. */
export function chargeOutput(budget: Budget, length: number, at: Span): void {
  budget.outputLength -= length;
  if (budget.outputLength < 0)
    throw problemAt(
      at,
      'output-too-long',
      'The rendered text is longer than the limit. Print fewer or shorter values.',
    );
}

/**
 * Charges for every value inside a list or object, before anything walks it, and returns how many there
 * are. Lists that hold themselves several times over are cheap to build and huge to print; this is what
 * stops them. All texts and keys together may not be longer than one text may be.
 */
export function chargeValue(budget: Budget, root: Value, at: Span): number {
  if (typeof root !== 'object' || root === null) return 1;
  const stack: { readonly value: Value; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let nodes = 0;
  let length = 0;
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, depth } = item;
    nodes += 1;
    charge(budget, 1, at);
    if (typeof value === 'string') length += value.length;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxValueDepth)
      throw problemAt(at, 'budget-exceeded', 'This value is nested too deeply.');
    if (!isList(value)) for (const key of Object.keys(value)) length += key.length;
    if (length > limits.renderedLength) break;
    for (const child of Object.values(value) as readonly Value[])
      stack.push({ value: child, depth: depth + 1 });
  }
  chargeText(budget, length, at);
  return nodes;
}

/** `evaluateTest`, charged for objects, whose keys an engine may have to list to see whether there are any. */
export function testWithin(budget: Budget, value: Value, at: Span): boolean {
  if (isMapping(value)) charge(budget, 1 + Object.keys(value).length, at);
  return evaluateTest(value);
}

/** The text of a value as `toText` prints it, charged for. */
export function textWithin(budget: Budget, value: Value, at: Span): string {
  if (typeof value === 'string') return value;
  chargeValue(budget, value, at);
  return toText(value);
}
