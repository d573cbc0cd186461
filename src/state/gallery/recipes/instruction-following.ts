import type { Recipe } from './recipe.ts';

/** Instructions with conditions that can be counted, and replies that keep them. */
export const instructionFollowing: Recipe = {
  title: 'Instructions with conditions',
  about: 'Countable conditions, and replies that keep them',
  group: 'Training text',
  sample: [
    {
      field: 'cooking',
      condition: 'three',
      instruction: 'Plan a soup for six in exactly three …',
    },
    {
      field: 'travel',
      condition: 'short',
      instruction: 'Night train or day train? At most forty …',
    },
    {
      field: 'repair',
      condition: 'question',
      instruction: 'Explain why a tap drips, and end with …',
    },
  ],
  config: `# Instructions with conditions that can be checked, and replies that keep them.
num_samples: 24
output_path: instructions.jsonl
strategy_params:
  sampled_attributes:
    - id: field
      name: Field
      description: What the instruction is about
      possible_values:
        - {id: cooking, name: cooking, description: "everyday dishes"}
        - {id: repair, name: repairs at home, description: "taps, shelves, bicycles"}
        - {id: travel, name: travel, description: "trains, luggage, timetables"}
        - {id: writing, name: letters, description: "short letters to people and offices"}
    - id: task
      name: Task
      description: What has to be done
      possible_values:
        - {id: explain, name: explain, description: "say how something works"}
        - {id: plan, name: plan, description: "put steps in order"}
        - {id: compare, name: compare, description: "weigh two ways against each other"}
    - id: condition
      name: Condition
      description: What the reply has to keep to
      possible_values:
        - {id: three, name: three points, description: "exactly three numbered points", sample_rate: 0.4}
        - {id: short, name: forty words, description: "at most forty words", sample_rate: 0.4}
        - {id: question, name: a last question, description: "ends in one question to the reader", sample_rate: 0.2}
  generated_attributes:
    - id: instruction
      instruction_messages:
        - {role: SYSTEM, content: "You write instructions for an assistant, as a person would type them. Reply with the instruction alone."}
        - {role: USER, content: "Field: {field} ({field.description}). Ask the assistant to {task}: {task.description}. Say that the reply has {condition.description}."}
    - id: reply
      instruction_messages:
        - {role: SYSTEM, content: "You are a careful assistant who keeps every condition."}
        - {role: USER, content: "{instruction}"}
  transformed_attributes:
    - id: messages
      transformation_strategy:
        type: CHAT
        chat_transform:
          messages:
            - {role: USER, content: "{instruction}"}
            - {role: ASSISTANT, content: "{reply}"}
          metadata: {condition: "{condition}"}
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
