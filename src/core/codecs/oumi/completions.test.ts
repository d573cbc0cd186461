import { describe, expect, it } from 'vitest';
import { completionsAt } from './completions.ts';

/** The caret is where `|` stands. */
function labelsAt(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  const text = marked.replace('|', '');
  const { items } = completionsAt(text, before.length - 1, (before.at(-1) ?? '').length);
  return items.map(({ label }) => label);
}

describe('completions of a configuration', () => {
  it('offer the keys of the root that are not there yet', () => {
    const labels = labelsAt('num_samples: 3\n|\ninference_config:\n');
    expect(labels).toContain('strategy_params');
    expect(labels).not.toContain('num_samples');
    expect(labels).not.toContain('inference_config');
  });

  it('offer the keys of a list item, whatever its items are indented by', () => {
    const inner = 'strategy_params:\n  sampled_attributes:\n    - id: a\n      |';
    const flat = 'strategy_params:\n  sampled_attributes:\n  - id: a\n    |';
    const expected = ['name', 'description', 'possible_values'];
    expect(labelsAt(inner)).toEqual(expected);
    expect(labelsAt(flat)).toEqual(expected);
  });

  it('do not count the keys of other items', () => {
    const text =
      'strategy_params:\n  combination_sampling:\n    - combination: {}\n      sample_rate: 0.1\n    - |';
    expect(labelsAt(text)).toEqual(['combination', 'sample_rate']);
  });

  it('offer the values of an enum and of a switch', () => {
    const messages =
      'strategy_params:\n  generated_attributes:\n    - id: q\n      instruction_messages:\n        - role: |';
    expect(labelsAt(messages)).toEqual(['SYSTEM', 'USER', 'ASSISTANT', 'TOOL']);
    const post =
      'strategy_params:\n  generated_attributes:\n    - id: q\n      postprocessing_params:\n        strip_whitespace: |';
    expect(labelsAt(post)).toEqual(['true', 'false']);
  });

  it('offer roles as keys of personas', () => {
    const text =
      'strategy_params:\n  multiturn_attributes:\n    - id: c\n      role_instruction_messages:\n        USER: u\n        |';
    expect(labelsAt(text)).toEqual(['SYSTEM', 'ASSISTANT', 'TOOL']);
  });

  it('offer engines', () => {
    expect(labelsAt('inference_config:\n  engine: |')).toContain('ANTHROPIC');
  });

  it('stay silent inside a text and under unknown keys', () => {
    expect(labelsAt('output_path: a b|')).toEqual([]);
    expect(labelsAt('nonsense:\n  |')).toEqual([]);
  });
});
