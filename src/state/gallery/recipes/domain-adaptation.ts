import type { Recipe } from './recipe.ts';

/** The language of one trade: terms, how they are used, and questions about them. */
export const domainAdaptation: Recipe = {
  title: 'Language of a trade',
  about: 'Its terms explained, used in context, and asked about',
  group: 'Training text',
  sample: [
    {
      term: 'fender',
      text_kind: 'manual',
      passage: 'Hang a fender on the side of the quay …',
    },
    {
      term: 'demurrage',
      text_kind: 'contract',
      passage: 'If loading takes longer than agreed …',
    },
    {
      term: 'berth',
      text_kind: 'mail',
      passage: 'We have berth four until Friday …',
    },
  ],
  config: `# The language of a trade, here that of a harbour: terms explained, used, and asked about.
num_samples: 20
output_path: harbour_language.jsonl
strategy_params:
  input_examples:
    - examples:
        - {term: fender, meaning: "a cushion between a ship and the quay"}
        - {term: berth, meaning: "the place where a ship lies"}
        - {term: demurrage, meaning: "what is paid when loading takes longer than agreed"}
        - {term: lay days, meaning: "the days agreed for loading and unloading"}
        - {term: pilotage, meaning: "guidance by somebody who knows the waters"}
  sampled_attributes:
    - id: text_kind
      name: Kind of text
      description: Where the sentence could stand
      possible_values:
        - {id: manual, name: a manual, description: "plain and exact, in the present tense"}
        - {id: mail, name: a mail between colleagues, description: "friendly, takes the terms for granted"}
        - {id: contract, name: a contract, description: "one long sentence with a condition"}
  generated_attributes:
    - id: passage
      instruction_messages:
        - {role: SYSTEM, content: "You know the daily work of a harbour. Write two or three sentences that use the given term rightly."}
        - {role: USER, content: "Term: {term}, which means {meaning}. Write for {text_kind}: {text_kind.description}."}
    - id: question
      instruction_messages:
        - {role: USER, content: "Text: {passage} Write one question that only somebody who knows the word {term} can answer."}
  transformed_attributes:
    - id: record
      transformation_strategy:
        type: DICT
        dict_transform: {text: "{passage}", question: "{question}", term: "{term}", answer: "{meaning}"}
  passthrough_attributes: [record, text_kind]
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
