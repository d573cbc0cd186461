/** Every key of an Oumi synthesis configuration. */
import {
  any,
  bool,
  enumOf,
  float,
  int,
  listOf,
  mapOf,
  needed,
  nullable,
  record,
  struct,
  text,
  usual,
} from './shape.ts';
import { inferenceShape } from './inference-shape.ts';

const role = enumOf('Role', 'SYSTEM', 'USER', 'ASSISTANT', 'TOOL');

const message = struct({ role: needed(role), content: needed(text) });

const dataSource = struct({
  path: needed(text),
  hf_split: nullable(text),
  hf_revision: nullable(text),
  attribute_map: nullable(mapOf(text)),
  id: nullable(text),
  num_shots: nullable(int),
});

const documentSource = struct({
  path: needed(text),
  id: needed(text),
  segmentation_params: nullable(
    struct({
      id: needed(text),
      segmentation_strategy: usual(enumOf('SegmentationStrategy', 'TOKENS'), 'TOKENS'),
      tokenizer: usual(text, 'openai-community/gpt2'),
      segment_length: usual(int, 2048),
      segment_overlap: usual(int, 0),
      keep_original_text: usual(bool, false),
    }),
  ),
  num_shots: nullable(int),
});

const exampleSource = struct({
  examples: needed(listOf(record)),
  id: nullable(text),
  num_shots: nullable(int),
});

const sampledAttribute = struct({
  id: needed(text),
  name: needed(text),
  description: needed(text),
  possible_values: needed(
    listOf(
      struct({
        id: needed(text),
        name: needed(text),
        description: needed(text),
        sample_rate: nullable(float),
      }),
    ),
  ),
});

const combination = struct({ combination: needed(mapOf(text)), sample_rate: needed(float) });

const generatedAttribute = struct({
  id: needed(text),
  instruction_messages: needed(listOf(message)),
  postprocessing_params: nullable(
    struct({
      id: needed(text),
      keep_original_text_attribute: usual(bool, true),
      cut_prefix: nullable(text),
      cut_suffix: nullable(text),
      regex: nullable(text),
      strip_whitespace: usual(bool, true),
      added_prefix: nullable(text),
      added_suffix: nullable(text),
    }),
  ),
});

const multiturnAttribute = struct({
  id: needed(text),
  min_turns: needed(int),
  max_turns: needed(int),
  role_instruction_messages: needed(mapOf(text, role)),
  output_system_prompt: nullable(text),
  conversation_planner: nullable(text),
  available_environments: usual(listOf(text), []),
  available_tools: usual(listOf(text), []),
  max_consecutive_tool_turns: usual(int, 50),
});

const transformedAttribute = struct({
  id: needed(text),
  transformation_strategy: needed(
    struct({
      type: needed(enumOf('TransformationType', 'STRING', 'LIST', 'DICT', 'CHAT')),
      string_transform: nullable(text),
      list_transform: nullable(listOf(text)),
      dict_transform: nullable(mapOf(text)),
      chat_transform: nullable(
        struct({
          messages: needed(listOf(message)),
          conversation_id: nullable(text),
          metadata: usual(record, {}),
        }),
      ),
    }),
  ),
});

const strategyParams = struct({
  input_data: nullable(listOf(dataSource)),
  input_documents: nullable(listOf(documentSource)),
  input_examples: nullable(listOf(exampleSource)),
  sampled_attributes: nullable(listOf(sampledAttribute)),
  combination_sampling: nullable(listOf(combination)),
  generated_attributes: nullable(listOf(generatedAttribute)),
  multiturn_attributes: nullable(listOf(multiturnAttribute)),
  transformed_attributes: nullable(listOf(transformedAttribute)),
  passthrough_attributes: nullable(listOf(text)),
});

const environment = struct({
  id: needed(text),
  name: nullable(text),
  description: nullable(text),
  env_type: needed(text),
  tools: usual(listOf(record), []),
  env_kwargs: nullable(record),
  grounding: nullable(
    struct({
      sample_size: usual(int, 3),
      seed: nullable(int),
      tools: usual(mapOf(struct({ fields: needed(listOf(text)) })), {}),
      state: usual(listOf(any), []),
    }),
  ),
});

/** The root of a file that holds environments and nothing else. */
export const environmentsShape = struct({ environments: usual(listOf(environment), []) });

export const configShape = struct({
  strategy: usual(enumOf('SynthesisStrategy', 'GENERAL'), 'GENERAL'),
  num_samples: usual(int, 1),
  output_path: nullable(text),
  strategy_params: usual(strategyParams, {}),
  inference_config: usual(inferenceShape, {}),
  environment_config: nullable(environmentsShape),
  environment_config_path: nullable(text),
});
