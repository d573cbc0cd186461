/**
 * Templates to functions that print. Straight text costs only its length; each loop turn costs as many
 * steps as its body has nodes, so nested loops pay for what they do before they do it.
 */
import {
  charge,
  chargeOutput,
  createBudget,
  testWithin,
  textWithin,
  type Budget,
} from './budget.ts';
import type { ForPart, IfPart, OutputPart, SetPart, TemplateNode, TemplatePart } from './ast.ts';
import { createCompiler } from './compile.ts';
import { listInput } from './coerce.ts';
import { Environment } from './environment.ts';
import { siteOf, type Context, type Evaluate } from './evaluate.ts';
import { problemAt } from './problem.ts';
import type { Scope } from './scope.ts';
import { describeValue, isList, type Value } from './value.ts';
import { countNodes, visitExpression, visitTemplate } from './walk.ts';

interface RenderContext extends Context {
  output: string;
  /** Collects where printed values stand; absent when nobody asks. */
  readonly printed?: PrintedValue[];
}

/** One `{{ … }}` as it was printed. */
export interface PrintedValue {
  /** Range in the printed text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The names its expression reads, in source order; loop variables among them. */
  readonly names: readonly string[];
}

export interface MarkedText {
  readonly text: string;
  /** In order, not overlapping; values that print nothing are left out. */
  readonly printed: readonly PrintedValue[];
}

type Render = (context: RenderContext) => void;

/**
 * The template as a function. It throws `ExpressionError` and nothing else. Without a budget each call
 * gets a fresh one of the default size.
 */
export function compileTemplate(node: TemplateNode): (scope: Scope, budget?: Budget) => string {
  const environment = Environment.create();
  const render = compileParts(node.parts, environment);
  const { slotCount } = environment;
  return (scope, budget = createBudget()) => {
    const locals = new Array<Value | undefined>(slotCount).fill(undefined);
    const context: RenderContext = { scope, budget, locals, output: '' };
    render(context);
    return context.output;
  };
}

/** As `compileTemplate`, and tells which part of the text each `{{ … }}` has printed. */
export function compileMarkedTemplate(node: TemplateNode): (scope: Scope) => MarkedText {
  const environment = Environment.create();
  const render = compileParts(node.parts, environment);
  const { slotCount } = environment;
  return (scope) => {
    const locals = new Array<Value | undefined>(slotCount).fill(undefined);
    const printed: PrintedValue[] = [];
    const context: RenderContext = { scope, budget: createBudget(), locals, output: '', printed };
    render(context);
    return { text: context.output, printed };
  };
}

function compileParts(parts: readonly TemplatePart[], environment: Environment): Render {
  const renders = parts.map((part) => compilePart(part, environment));
  const [only] = renders;
  if (only !== undefined && renders.length === 1) return only;
  return (context) => {
    for (const render of renders) render(context);
  };
}

function compilePart(part: TemplatePart, environment: Environment): Render {
  switch (part.kind) {
    case 'text':
      return (context) => {
        chargeOutput(context.budget, part.text.length, part);
        context.output += part.text;
      };
    case 'output':
      return compileOutput(part, environment);
    case 'set':
      return compileSet(part, environment);
    case 'if':
      return compileIf(part, environment);
    case 'for':
      return compileFor(part, environment);
  }
}

function compileOutput(part: OutputPart, environment: Environment): Render {
  const { evaluate } = createCompiler(environment).compile(part.expression);
  const names = namesIn(part);
  return (context) => {
    const text = textWithin(context.budget, evaluate(context), part);
    chargeOutput(context.budget, text.length, part);
    const start = context.output.length;
    context.output += text;
    if (text !== '') context.printed?.push({ start, end: start + text.length, names });
  };
}

function namesIn(part: OutputPart): readonly string[] {
  const names = new Set<string>();
  visitExpression(part.expression, (node) => {
    if (node.kind === 'name') names.add(node.name);
  });
  return [...names];
}

function compileSet(part: SetPart, environment: Environment): Render {
  const { evaluate } = createCompiler(environment).compile(part.value);
  const slot = environment.declare(part.name.name);
  return (context) => {
    context.locals[slot] = evaluate(context);
  };
}

function compileIf(part: IfPart, environment: Environment): Render {
  const inner: Environment[] = [];
  const compileBranch = (body: readonly TemplatePart[]): Render => {
    const branch = environment.branch();
    inner.push(branch);
    return compileParts(body, branch);
  };
  const branches = part.branches.map(({ test, body }) => ({
    test: createCompiler(environment).compile(test).evaluate,
    render: compileBranch(body),
  }));
  const otherwise = compileBranch(part.otherwise);
  for (const branch of inner) environment.merge(branch);
  return (context) => {
    const taken = branches.find(({ test }) => testWithin(context.budget, test(context), part));
    (taken?.render ?? otherwise)(context);
  };
}

/** A compiled loop: what one turn needs. */
interface Loop {
  readonly part: ForPart;
  readonly slots: readonly number[];
  readonly condition: Evaluate | undefined;
  /** Undefined when the body never reads `loop`. */
  readonly loopSlot: number | undefined;
  readonly shadowed: ReturnType<Environment['shadowedSlots']>;
  readonly turnCost: number;
}

function compileFor(part: ForPart, environment: Environment): Render {
  const iterable = createCompiler(environment).compile(part.iterable).evaluate;
  const inner = environment.enterLoop();
  const slots = part.names.map((name) => inner.declare(name.name));
  const condition = part.condition && createCompiler(inner).compile(part.condition).evaluate;
  const loopSlot = readsLoop(part.body) ? inner.declare('loop') : undefined;
  const body = compileParts(part.body, inner);
  const otherwise = compileParts(part.otherwise, environment.enterLoop());
  const bound = new Set([...slots, loopSlot]);
  const shadowed = inner.shadowedSlots().filter(({ slot }) => !bound.has(slot));
  const turnCost = 1 + countNodes(part.body);
  const loop: Loop = { part, slots, condition, loopSlot, shadowed, turnCost };
  return (context) => {
    const site = siteOf(context, part.iterable, 'for');
    const items = keptItems(loop, listInput(iterable(context), site), context);
    for (const [index, item] of items.entries()) {
      startTurn(loop, { index, length: items.length, item }, context);
      body(context);
    }
    if (items.length === 0) otherwise(context);
  };
}

interface Turn {
  readonly index: number;
  readonly length: number;
  readonly item: Value;
}

function startTurn(loop: Loop, { index, length, item }: Turn, context: Context): void {
  charge(context.budget, loop.turnCost, loop.part);
  bindItem(loop, item, context);
  for (const { slot, outer } of loop.shadowed)
    context.locals[slot] = outer === undefined ? undefined : context.locals[outer];
  if (loop.loopSlot === undefined) return;
  context.locals[loop.loopSlot] = {
    index: index + 1,
    index0: index,
    revindex: length - index,
    revindex0: length - index - 1,
    first: index === 0,
    last: index === length - 1,
    length,
  };
}

function keptItems(loop: Loop, items: readonly Value[], context: Context): readonly Value[] {
  const { condition } = loop;
  if (condition === undefined) return items;
  return items.filter((item) => {
    charge(context.budget, loop.turnCost, loop.part);
    bindItem(loop, item, context);
    return testWithin(context.budget, condition(context), loop.part);
  });
}

function bindItem({ part, slots }: Loop, item: Value, context: Context): void {
  const [only] = slots;
  if (only !== undefined && slots.length === 1) {
    context.locals[only] = item;
    return;
  }
  if (!isList(item) || item.length !== slots.length)
    throw problemAt(
      part.iterable,
      'type-mismatch',
      `Each item must be a list of ${slots.length} values, but one is ${describeValue(item)}.`,
    );
  for (const [index, slot] of slots.entries()) context.locals[slot] = item[index];
}

function readsLoop(parts: readonly TemplatePart[]): boolean {
  let isRead = false;
  visitTemplate(parts, (root) =>
    visitExpression(root, (node) => {
      if (node.kind === 'name' && node.name === 'loop') isRead = true;
    }),
  );
  return isRead;
}
