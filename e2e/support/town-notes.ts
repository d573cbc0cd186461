// One small configuration of Oumi, written by the model about towns that are named in a file, or not.

interface TownNotes {
  readonly rows: number;
  /** Asks for the file and cleans what the model wrote. */
  readonly hasFile?: boolean;
}

export function townNotes({ rows, hasFile = false }: TownNotes): string {
  const [input, town, tidy] = hasFile
    ? [
        '\n  input_data: [{path: data/towns.csv}]',
        '{town}',
        '\n      postprocessing_params: {id: tidy, cut_prefix: "Note:"}',
      ]
    : ['', 'a town', ''];
  return `# Notes about towns
num_samples: ${rows}
strategy_params:${input}
  sampled_attributes:
    - id: mood
      name: Mood
      description: How it sounds
      possible_values:
        - {id: calm, name: Calm, description: Nothing hurries, sample_rate: 0.5}
        - {id: brisk, name: Brisk, description: Short and quick, sample_rate: 0.5}
  generated_attributes:
    - id: note
      instruction_messages: [{role: USER, content: "A {mood} note about ${town}."}]${tidy}
inference_config: {engine: OPENAI, model: {model_name: m}, generation: {temperature: 1.0}}
`;
}
