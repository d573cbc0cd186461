import type { Recipe } from './recipe.ts';

/** Questions about given passages, with answers that stay inside them. */
export const questionAnswering: Recipe = {
  title: 'Questions about passages',
  about: 'Easy to hard, answered from the passage alone',
  group: 'Evaluation',
  sample: [
    {
      passage: 'A lock lifts a boat between two levels of a canal. …',
      difficulty: 'easy',
      question: 'What fills a lock?',
    },
    {
      passage: 'Bees tell each other where flowers are by dancing. …',
      difficulty: 'hard',
      question: 'Why must a bee see the dance from close by?',
    },
    {
      passage: 'Bread rises because yeast turns sugar into gas. …',
      difficulty: 'medium',
      question: 'Why does cold dough take longer and taste of more?',
    },
  ],
  config: `# Questions about short passages, from easy to hard, with answers that stay inside the passage.
num_samples: 24
output_path: passage_questions.jsonl
strategy_params:
  input_examples:
    - examples:
        - {passage: "A lock lifts a boat between two levels of a canal. Water runs in from above by its own weight, so no pump is needed.", subject: canals}
        - {passage: "Bees tell each other where flowers are by dancing. The angle of the dance gives the direction, its length the distance.", subject: bees}
        - {passage: "Bread rises because yeast turns sugar into gas. Warm dough rises faster, cold dough tastes of more.", subject: baking}
  sampled_attributes:
    - id: difficulty
      name: Difficulty
      description: How much thinking the question takes
      possible_values:
        - {id: easy, name: easy, description: "The answer stands in one sentence of the passage", sample_rate: 0.4}
        - {id: medium, name: medium, description: "Two facts of the passage have to be put together", sample_rate: 0.4}
        - {id: hard, name: hard, description: "Something has to be concluded that is not said", sample_rate: 0.2}
    - id: form
      name: Form
      description: What kind of question it is
      possible_values:
        - {id: fact, name: a fact, description: "asks what, who or when"}
        - {id: reason, name: a reason, description: "asks why or how"}
        - {id: choice, name: a choice, description: "offers two answers, one of them right"}
  combination_sampling:
    - {combination: {difficulty: easy, form: choice}, sample_rate: 0.1}
    - {combination: {difficulty: hard, form: fact}, sample_rate: 0.0}
  generated_attributes:
    - id: raw_question
      instruction_messages:
        - {role: SYSTEM, content: "You write questions for a reading test. Reply with the question alone, after the word Question and a colon."}
        - {role: USER, content: "Passage: {passage} Write one {difficulty} question ({difficulty.description}). It is {form}: it {form.description}."}
      postprocessing_params: {id: question, keep_original_text_attribute: false, cut_prefix: "Question:"}
    - id: answer
      instruction_messages:
        - {role: SYSTEM, content: "Answer from the passage alone, in one or two sentences."}
        - {role: USER, content: "Passage: {passage} Question: {question}"}
      postprocessing_params: {id: clean_answer, keep_original_text_attribute: false, cut_prefix: "Answer:"}
  transformed_attributes:
    - id: conversation
      transformation_strategy:
        type: CHAT
        chat_transform:
          messages:
            - {role: USER, content: "{passage} {question}"}
            - {role: ASSISTANT, content: "{clean_answer}"}
          metadata: {subject: "{subject}", difficulty: "{difficulty}"}
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
