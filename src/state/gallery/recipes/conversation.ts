import type { Recipe } from './recipe.ts';

/** Whole conversations between a caller and a help desk, planned before they are played. */
export const conversation: Recipe = {
  title: 'Calls to a help desk',
  about: 'Two sides, planned first, then played turn by turn',
  group: 'Training text',
  sample: [
    { trouble: 'slow', temper: 'annoyed', call: '6 messages: I have called about this before …' },
    { trouble: 'bill', temper: 'patient', call: '4 messages: There is an item on my bill …' },
    { trouble: 'move', temper: 'unsure', call: '8 messages: I am moving, and there is a box …' },
  ],
  config: `# Calls to the help desk of a small internet company, planned first and then played turn by turn.
num_samples: 8
output_path: help_desk.jsonl
strategy_params:
  sampled_attributes:
    - id: trouble
      name: Trouble
      description: Why somebody calls
      possible_values:
        - {id: slow, name: a slow line, description: "pages load, but only after a while"}
        - {id: bill, name: a bill too high, description: "one item on the bill is not understood"}
        - {id: move, name: moving house, description: "the line has to move to another address"}
    - id: temper
      name: Temper
      description: How the caller feels
      possible_values:
        - {id: patient, name: patient, description: "answers every question in full", sample_rate: 0.5}
        - {id: annoyed, name: annoyed, description: "has called before and says so", sample_rate: 0.3}
        - {id: unsure, name: unsure, description: "does not know the technical words", sample_rate: 0.2}
  multiturn_attributes:
    - id: call
      min_turns: 2
      max_turns: 4
      role_instruction_messages:
        USER: "You call the help desk about {trouble}: {trouble.description}. You are {temper}: {temper.description}. Say one thing at a time."
        ASSISTANT: "You work at the help desk of a small internet company. Ask before you advise. Never promise a date."
      conversation_planner: "The trouble is {trouble}. Let it be solved, or handed over with a clear next step, by the last turn."
      output_system_prompt: "You work at the help desk of a small internet company."
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
