/** Texts that match a regular expression, made by walking its tree with the row's random numbers. */
import { limits } from '#core/base/limits.ts';
import { parsePattern, type PatternNode } from '#core/base/pattern-tree.ts';
import { success } from '#core/base/result.ts';
import type { CreateSampler } from './sample-context.ts';

/** Steps after which every repeat takes its least number, so that nested ones come to an end. */
const freeSteps = 5_000;

export const createPatternSampler: CreateSampler<'pattern'> = ({ pattern }, { columnRandom }) => {
  const tree = parsePattern(pattern);
  if (!tree.ok) return tree;
  const valueOf = (row: number): string => {
    let draw = 0;
    const text: Text = { parts: [], length: 0, steps: 0 };
    write(tree.value, text, (bound) => columnRandom.below(bound, row, draw++));
    return text.parts.join('');
  };
  return success({ draw: valueOf, block: { kind: 'computed', valueOf } });
};

interface Text {
  readonly parts: string[];
  length: number;
  steps: number;
}

/** Beyond this no more is written than the pattern asks for. */
function isFree({ steps, length }: Text): boolean {
  return steps < freeSteps && length < limits.patternTextLength / 2;
}

type Below = (bound: number) => number;

function write(node: PatternNode, text: Text, below: Below): void {
  text.steps += 1;
  switch (node.kind) {
    case 'characters': {
      const signs = node.choices.length > 1 ? Array.from(node.choices) : [node.choices];
      text.parts.push(signs[signs.length > 1 ? below(signs.length) : 0] ?? '');
      text.length += 1;
      return;
    }
    case 'sequence':
      for (const item of node.items) write(item, text, below);
      return;
    case 'choice': {
      const chosen = node.options[below(node.options.length)];
      if (chosen !== undefined) write(chosen, text, below);
      return;
    }
    case 'repeat': {
      const extra = isFree(text) && node.high > node.low ? below(node.high - node.low + 1) : 0;
      for (let time = 0; time < node.low + extra; time += 1) {
        if (time >= node.low && !isFree(text)) return;
        write(node.item, text, below);
      }
    }
  }
}
