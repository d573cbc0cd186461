/**
 * The tree of an expression and of a template. Every node carries its half-open range in the source
 * text, so that errors, references and renames can point at characters.
 */
import type { JsonPrimitive } from '#core/base/json.ts';

/** Half-open range in the source text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type BinaryOperator = ArithmeticOperator | '~';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

export interface LiteralNode extends Span {
  readonly kind: 'literal';
  readonly value: JsonPrimitive;
}

/** `[a, b]`; Python's tuples `(a, b)` become lists too. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly ExpressionNode[];
}

export interface DictionaryEntry {
  readonly key: ExpressionNode;
  readonly value: ExpressionNode;
}

export interface DictionaryNode extends Span {
  readonly kind: 'dictionary';
  readonly entries: readonly DictionaryEntry[];
}

/** A variable read: a column, or a name bound by `for` or `set`. */
export interface NameNode extends Span {
  readonly kind: 'name';
  readonly name: string;
}

export interface AttributeNode extends Span {
  readonly kind: 'attribute';
  readonly target: ExpressionNode;
  readonly key: string;
}

export interface IndexNode extends Span {
  readonly kind: 'index';
  readonly target: ExpressionNode;
  readonly index: ExpressionNode;
}

/** `target[from:to:step]`; an omitted part is undefined. */
export interface SliceNode extends Span {
  readonly kind: 'slice';
  readonly target: ExpressionNode;
  readonly from: ExpressionNode | undefined;
  readonly to: ExpressionNode | undefined;
  readonly step: ExpressionNode | undefined;
}

export interface UnaryNode extends Span {
  readonly kind: 'unary';
  readonly operator: '-' | '+' | 'not';
  readonly operand: ExpressionNode;
}

export interface BinaryNode extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `a and b and c`: one node with all operands, so that long rules stay flat. */
export interface LogicNode extends Span {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly operands: readonly ExpressionNode[];
}

export interface ComparisonLink {
  readonly operator: ComparisonOperator;
  readonly operand: ExpressionNode;
}

/** `first < a <= b`: true when each neighbouring pair holds, as in Python. */
export interface ComparisonNode extends Span {
  readonly kind: 'comparison';
  readonly first: ExpressionNode;
  readonly links: readonly ComparisonLink[];
}

/** `consequent if test else alternative`; without `else` the value is an empty text. */
export interface ConditionalNode extends Span {
  readonly kind: 'conditional';
  readonly test: ExpressionNode;
  readonly consequent: ExpressionNode;
  readonly alternative: ExpressionNode | undefined;
}

export interface NamedArgument {
  readonly name: string;
  readonly value: ExpressionNode;
}

export interface CallArguments {
  readonly positional: readonly ExpressionNode[];
  readonly named: readonly NamedArgument[];
}

export interface FilterNode extends Span, CallArguments {
  readonly kind: 'filter';
  readonly target: ExpressionNode;
  readonly name: string;
}

export interface TestNode extends Span, CallArguments {
  readonly kind: 'test';
  readonly target: ExpressionNode;
  readonly name: string;
  readonly isNegated: boolean;
}

/** A call of a built-in function such as `range(3)`; values are never callable. */
export interface CallNode extends Span, CallArguments {
  readonly kind: 'call';
  readonly name: string;
}

/**
 * One replacement field of a Python format text: `{name.part[0]!r:>8}`. The target is built of names,
 * attributes and constant indexes, read as Python's `str.format` reads them.
 */
export interface FormatNode extends Span {
  readonly kind: 'format';
  readonly target: NameNode | AttributeNode | IndexNode;
  readonly conversion: 's' | 'r' | 'a' | undefined;
  /** Texts and fields whose rendering is the format spec; empty when there is none. */
  readonly spec: readonly (TextPart | OutputPart)[];
}

export type ExpressionNode =
  | LiteralNode
  | ListNode
  | DictionaryNode
  | NameNode
  | AttributeNode
  | IndexNode
  | SliceNode
  | UnaryNode
  | BinaryNode
  | LogicNode
  | ComparisonNode
  | ConditionalNode
  | FilterNode
  | TestNode
  | CallNode
  | FormatNode;

export interface TextPart extends Span {
  readonly kind: 'text';
  readonly text: string;
}

export interface OutputPart extends Span {
  readonly kind: 'output';
  readonly expression: ExpressionNode;
}

export interface IfBranch {
  readonly test: ExpressionNode;
  readonly body: readonly TemplatePart[];
}

export interface IfPart extends Span {
  readonly kind: 'if';
  readonly branches: readonly IfBranch[];
  readonly otherwise: readonly TemplatePart[];
}

export interface ForPart extends Span {
  readonly kind: 'for';
  /** One name, or several that unpack each item. */
  readonly names: readonly NameNode[];
  readonly iterable: ExpressionNode;
  /** `for x in xs if condition`: items for which it is false are left out before `loop` counts. */
  readonly condition: ExpressionNode | undefined;
  readonly body: readonly TemplatePart[];
  /** Rendered when no item was left. */
  readonly otherwise: readonly TemplatePart[];
}

export interface SetPart extends Span {
  readonly kind: 'set';
  readonly name: NameNode;
  readonly value: ExpressionNode;
}

export type TemplatePart = TextPart | OutputPart | IfPart | ForPart | SetPart;

export interface TemplateNode extends Span {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}
