import type { Recipe } from './recipe.ts';

/** An assistant that looks things up in a table before it answers. */
export const toolUse: Recipe = {
  title: 'Museum desk with tools',
  about: 'An assistant that looks things up before it answers',
  group: 'Training text',
  sample: [
    { visitor: 'family', talk: 'opening_hours(day: sunday) → 11:00 to 18:00' },
    { visitor: 'class', talk: 'ticket_price(kind: class) → 60' },
    { visitor: 'single', talk: 'opening_hours(day: weekday) → 10:00 to 17:00' },
  ],
  config: `# An assistant of a small museum that looks up opening hours and prices before it answers.
num_samples: 6
output_path: museum_desk.jsonl
strategy_params:
  sampled_attributes:
    - id: visitor
      name: Visitor
      description: Who asks
      possible_values:
        - {id: family, name: a family, description: "two adults and two children, on a day with rain"}
        - {id: class, name: a school class, description: "twenty pupils, needs a guide"}
        - {id: single, name: a single visitor, description: "has one hour, on the way to a train"}
  multiturn_attributes:
    - id: talk
      min_turns: 2
      max_turns: 3
      role_instruction_messages:
        USER: "You are {visitor} ({visitor.description}) and write to a museum. Ask about opening hours, then about prices."
        ASSISTANT: "You answer for a museum. Look up hours and prices with your tools; never guess them."
      available_environments: [museum]
environment_config:
  environments:
    - id: museum
      env_type: deterministic
      tools:
        - id: opening_hours
          name: opening_hours
          description: When the museum is open on a day of the week
          parameters: {type: object, properties: {day: {type: string, enum: [weekday, sunday]}}, required: [day]}
        - id: ticket_price
          name: ticket_price
          description: What a ticket costs
          parameters: {type: object, properties: {kind: {type: string, enum: [adult, child, class]}}, required: [kind]}
      env_kwargs:
        lookup_table:
          opening_hours:
            - {input: {day: weekday}, output: {opens: "10:00", closes: "17:00"}}
            - {input: {day: sunday}, output: {opens: "11:00", closes: "18:00"}}
          ticket_price:
            - {input: {kind: adult}, output: {price: 9}}
            - {input: {kind: child}, output: {price: 4}}
            - {input: {kind: class}, output: {price: 60}}
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
