/**
 * Which columns a text reads, and how the text reads after one of them is renamed. Only free names
 * count; a rename changes nothing but the name, and keeps local variables from capturing the new one.
 */
import type { ExpressionNode, NameNode, Span, TemplateNode, TemplatePart } from './ast.ts';
import { Environment } from './environment.ts';
import { parseExpressionGrammar, parseFormat, parseTemplateGrammar } from './parse.ts';
import { isIdentifier } from './tokenize.ts';
import { childrenOf } from './walk.ts';

/** One read of a name that neither `for` nor `set` binds. */
export interface Reference {
  readonly name: string;
  /** Attributes and constant keys behind the name: `['maker', 'country']` in `brand.maker['country']`. */
  readonly path: readonly string[];
  /** Range of the name itself. */
  readonly start: number;
  readonly end: number;
}

/** Free names in source order, repeated as often as they occur. */
export function expressionReferences(node: ExpressionNode): readonly Reference[] {
  return freeOf(occurrencesOf(node));
}

/** Free names in source order, repeated as often as they occur. */
export function templateReferences(node: TemplateNode): readonly Reference[] {
  return freeOf(occurrencesIn(node));
}

/**
 * The expression with the free name `from` written `to`. Unchanged when it does not parse or when `to`
 * cannot be a name.
 */
export function renameInExpression(text: string, from: string, to: string): string {
  const parsed = parseExpressionGrammar(text);
  return parsed.ok ? rename({ text, from, to }, occurrencesOf(parsed.value)) : text;
}

/** As `renameInExpression`. A loop or set variable that is called `to` gets a new name where both would meet. */
export function renameInTemplate(text: string, from: string, to: string): string {
  const parsed = parseTemplateGrammar(text);
  return parsed.ok ? rename({ text, from, to }, occurrencesIn(parsed.value)) : text;
}

/** As `renameInExpression`, for a Python format text. */
export function renameInFormat(text: string, from: string, to: string): string {
  const parsed = parseFormat(text);
  if (!parsed.ok || !isFormatName(to)) return text;
  const targets = occurrencesIn(parsed.value).filter(({ name }) => name === from);
  return replaceSpans(
    text,
    targets.map((found) => ({ ...found, name: to })),
  );
}

/** True when a placeholder of a format text can name it. */
export function isFormatName(name: string): boolean {
  return /^[^.[\]{}!:]+$/.test(name) && !/^\d+$/.test(name);
}

/** A name where it is read or bound. */
interface Occurrence extends Reference {
  readonly isFree: boolean;
}

function freeOf(occurrences: readonly Occurrence[]): readonly Reference[] {
  return occurrences
    .filter((occurrence) => occurrence.isFree)
    .map(({ name, path, start, end }) => ({ name, path, start, end }));
}

interface Renaming {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

function rename({ text, from, to }: Renaming, occurrences: readonly Occurrence[]): string {
  const targets = occurrences.filter((found) => found.isFree && found.name === from);
  if (targets.length === 0 || from === to || !isIdentifier(to)) return text;
  const captured = occurrences.filter((found) => !found.isFree && found.name === to);
  // Inside a block `loop` is bound by the block itself and cannot step aside.
  if (to === 'loop' && occurrences.some((found) => !found.isFree)) return text;
  const taken = new Set([...occurrences.map((found) => found.name), to]);
  let substitute = `${to}_`;
  while (taken.has(substitute)) substitute += '_';
  const changes = [
    ...targets.map((found) => ({ ...found, name: to })),
    ...captured.map((found) => ({ ...found, name: substitute })),
  ];
  return replaceSpans(text, changes);
}

function replaceSpans(
  text: string,
  changes: readonly (Span & { readonly name: string })[],
): string {
  let result = '';
  let position = 0;
  for (const { start, end, name } of changes.toSorted((left, right) => left.start - right.start)) {
    result += text.slice(position, start) + name;
    position = end;
  }
  return result + text.slice(position);
}

function occurrencesOf(node: ExpressionNode): readonly Occurrence[] {
  const found: Occurrence[] = [];
  collect(node, Environment.create(), found);
  return found;
}

function occurrencesIn(node: TemplateNode): readonly Occurrence[] {
  const found: Occurrence[] = [];
  collectParts(node.parts, Environment.create(), found);
  return found;
}

function collectParts(
  parts: readonly TemplatePart[],
  environment: Environment,
  found: Occurrence[],
): void {
  for (const part of parts) {
    if (part.kind === 'output') collect(part.expression, environment, found);
    else if (part.kind === 'set') {
      collect(part.value, environment, found);
      bind(part.name, environment, found);
    } else if (part.kind === 'if') collectIf(part, environment, found);
    else if (part.kind === 'for') collectFor(part, environment, found);
  }
}

type PartOf<Kind extends TemplatePart['kind']> = Extract<TemplatePart, { kind: Kind }>;

function collectIf(part: PartOf<'if'>, environment: Environment, found: Occurrence[]): void {
  const inner: Environment[] = [];
  const collectBranch = (body: readonly TemplatePart[]): void => {
    const branch = environment.branch();
    inner.push(branch);
    collectParts(body, branch, found);
  };
  for (const { test, body } of part.branches) {
    collect(test, environment, found);
    collectBranch(body);
  }
  collectBranch(part.otherwise);
  for (const branch of inner) environment.merge(branch);
}

function collectFor(part: PartOf<'for'>, environment: Environment, found: Occurrence[]): void {
  const inner = environment.enterLoop();
  for (const name of part.names) bind(name, inner, found);
  collect(part.iterable, environment, found);
  if (part.condition !== undefined) collect(part.condition, inner, found);
  inner.declare('loop');
  collectParts(part.body, inner, found);
  collectParts(part.otherwise, environment.enterLoop(), found);
}

function bind(node: NameNode, environment: Environment, found: Occurrence[]): void {
  environment.declare(node.name);
  found.push({ name: node.name, path: [], isFree: false, start: node.start, end: node.end });
}

/** Goes down without recursion, carrying the attributes read on the way. */
function collect(root: ExpressionNode, environment: Environment, found: Occurrence[]): void {
  const stack: { readonly node: ExpressionNode; readonly path: readonly string[] }[] = [];
  stack.push({ node: root, path: [] });
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, path } = item;
    if (node.kind === 'name') {
      const isFree = environment.resolve(node.name) === undefined;
      found.push({ name: node.name, path, isFree, start: node.start, end: node.end });
      continue;
    }
    const key = keyOf(node);
    const [first, ...others] = childrenOf(node);
    for (const child of others.toReversed()) if (child) stack.push({ node: child, path: [] });
    if (first) stack.push({ node: first, path: key === undefined ? [] : [key, ...path] });
  }
}

/** The constant key by which a node reads from its first child. */
function keyOf(node: ExpressionNode): string | undefined {
  if (node.kind === 'attribute') return node.key;
  const isConstantIndex = node.kind === 'index' && node.index.kind === 'literal';
  const key = isConstantIndex ? node.index.value : undefined;
  return typeof key === 'string' ? key : undefined;
}
