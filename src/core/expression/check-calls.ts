/** What the grammar cannot see: unknown filters, tests and functions, wrong arguments, and trees too tall to evaluate. */
import type { ExpressionNode } from './ast.ts';
import { filters } from './filters.ts';
import { functions } from './functions.ts';
import { problemAt, type ExpressionProblemCode } from './problem.ts';
import { bindArguments, type Signature } from './signature.ts';
import { tests } from './tests.ts';
import { quote } from './value.ts';
import { visitExpression } from './walk.ts';

/** Tallest tree that is evaluated, in nodes from root to leaf. A chain of 500 additions is that tall. */
const maxHeight = 500;

/** Throws an `ExpressionError` at the tallest branch when the tree is too tall to descend into. */
export function assertHeight(root: ExpressionNode): void {
  visitExpression(root, (node, height) => {
    if (height > maxHeight)
      throw problemAt(
        node,
        'expression-too-deep',
        `This expression chains more than ${maxHeight} operations. Split it into several columns.`,
      );
  });
}

/** Throws an `ExpressionError` at the first call that names nothing known or passes wrong arguments. */
export function assertCalls(root: ExpressionNode): void {
  visitExpression(root, (node) => {
    if (node.kind === 'filter')
      assertCall(node, filters.get(node.name), { code: 'unknown-filter', noun: 'filter' });
    else if (node.kind === 'test')
      assertCall(node, tests.get(node.name), { code: 'unknown-test', noun: 'test' });
    else if (node.kind === 'call')
      assertCall(node, functions.get(node.name), { code: 'unknown-function', noun: 'function' });
  });
}

type Call = Extract<ExpressionNode, { kind: 'filter' | 'test' | 'call' }>;

interface CallKind {
  readonly code: ExpressionProblemCode;
  readonly noun: string;
}

/** Jinja has these; they are left out on purpose. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['random', 'A row must come out the same every time; sample a column instead.'],
]);

function assertCall(node: Call, signature: Signature | undefined, { code, noun }: CallKind): void {
  if (signature === undefined) {
    const reason = refusals.get(node.name) ?? '';
    throw problemAt(node, code, `There is no ${noun} named ${quote(node.name)}. ${reason}`.trim());
  }
  const bound = bindArguments(signature, node);
  if (!bound.ok)
    throw problemAt(
      node,
      'wrong-arguments',
      `Wrong arguments for ${quote(node.name)}. ${bound.error}`,
    );
}
