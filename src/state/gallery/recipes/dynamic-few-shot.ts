import type { Recipe } from './recipe.ts';

/** Other examples in every prompt, so that the texts do not all follow one of them. */
export const dynamicFewShot: Recipe = {
  title: 'Changing examples',
  about: 'Every prompt shows two other examples',
  group: 'Training text',
  sample: [
    { thing: 'blanket', clean_line: 'Warm enough to argue about.' },
    { thing: 'clock', clean_line: 'Says the time and nothing else.' },
    { thing: 'basket', clean_line: 'Room for leeks and a newspaper.' },
  ],
  config: `# Product lines in the manner of a shop; each prompt shows two other examples.
num_samples: 24
output_path: product_lines.jsonl
strategy_params:
  input_examples:
    - id: shot
      num_shots: 2
      examples:
        - {product: lamp, line: "Light for the last chapter."}
        - {product: kettle, line: "Boils before you have found the cup."}
        - {product: bicycle bell, line: "Polite, and heard across the street."}
        - {product: doormat, line: "Where the rain stops."}
        - {product: notebook, line: "Room for the second thought."}
  sampled_attributes:
    - id: thing
      name: Product
      description: What the line is for
      possible_values:
        - {id: blanket, name: wool blanket, description: "heavy, from one region"}
        - {id: clock, name: wall clock, description: "silent, with large figures"}
        - {id: knife, name: kitchen knife, description: "one piece of steel"}
        - {id: basket, name: basket, description: "woven by hand, for the market"}
  generated_attributes:
    - id: written
      instruction_messages:
        - {role: SYSTEM, content: "You write one line for each product, at most ten words, dry and kind. Reply with the line alone."}
        - {role: USER, content: "{shot[0].product}: {shot[0].line}"}
        - {role: ASSISTANT, content: "{shot[1].product}: {shot[1].line}"}
        - {role: USER, content: "Now {thing}: {thing.description}"}
      postprocessing_params: {id: clean_line, keep_original_text_attribute: false, regex: '[A-Z][^"]*'}
  passthrough_attributes: [thing, clean_line]
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
