/** A configuration as it was read. Everything may be absent: a file with errors is read as far as it goes. */
import type { JsonObject, JsonValue } from '#core/base/json.ts';

type Maybe<Value> = Value | null | undefined;

export interface OumiMessage {
  readonly role?: string;
  readonly content?: string;
}

export interface OumiData {
  readonly path?: string;
  readonly hf_split?: Maybe<string>;
  readonly hf_revision?: Maybe<string>;
  readonly attribute_map?: Maybe<Readonly<Record<string, string>>>;
  readonly id?: Maybe<string>;
  readonly num_shots?: Maybe<number>;
}

export interface OumiDocuments {
  readonly path?: string;
  readonly id?: string;
  readonly segmentation_params?: Maybe<{
    readonly id?: string;
    readonly tokenizer?: string;
    readonly segment_length?: number;
    readonly segment_overlap?: number;
    readonly keep_original_text?: boolean;
  }>;
  readonly num_shots?: Maybe<number>;
}

export interface OumiExamples {
  readonly examples?: readonly JsonObject[];
  readonly id?: Maybe<string>;
  readonly num_shots?: Maybe<number>;
}

export interface OumiValue {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  sample_rate?: Maybe<number>;
}

export interface OumiSampled {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly possible_values?: readonly OumiValue[];
}

export interface OumiCombination {
  readonly combination?: Readonly<Record<string, string>>;
  readonly sample_rate?: number;
}

export interface OumiPostprocessing {
  readonly id?: string;
  readonly keep_original_text_attribute?: boolean;
  readonly cut_prefix?: Maybe<string>;
  readonly cut_suffix?: Maybe<string>;
  readonly regex?: Maybe<string>;
  readonly strip_whitespace?: boolean;
  readonly added_prefix?: Maybe<string>;
  readonly added_suffix?: Maybe<string>;
}

export interface OumiGenerated {
  readonly id?: string;
  readonly instruction_messages?: readonly OumiMessage[];
  readonly postprocessing_params?: Maybe<OumiPostprocessing>;
}

export interface OumiMultiturn {
  readonly id?: string;
  readonly min_turns?: number;
  readonly max_turns?: number;
  readonly role_instruction_messages?: Readonly<Record<string, string>>;
  readonly output_system_prompt?: Maybe<string>;
  readonly conversation_planner?: Maybe<string>;
  readonly available_environments?: readonly string[];
  readonly available_tools?: readonly string[];
  readonly max_consecutive_tool_turns?: number;
}

export interface OumiStrategy {
  readonly type?: string;
  readonly string_transform?: Maybe<string>;
  readonly list_transform?: Maybe<readonly string[]>;
  readonly dict_transform?: Maybe<Readonly<Record<string, string>>>;
  readonly chat_transform?: Maybe<{
    readonly messages?: readonly OumiMessage[];
    readonly conversation_id?: Maybe<string>;
    readonly metadata?: JsonObject;
  }>;
}

export interface OumiTransformed {
  readonly id?: string;
  readonly transformation_strategy?: OumiStrategy;
}

export interface OumiParams {
  readonly input_data?: Maybe<readonly OumiData[]>;
  readonly input_documents?: Maybe<readonly OumiDocuments[]>;
  readonly input_examples?: Maybe<readonly OumiExamples[]>;
  readonly sampled_attributes?: Maybe<readonly OumiSampled[]>;
  readonly combination_sampling?: Maybe<readonly OumiCombination[]>;
  readonly generated_attributes?: Maybe<readonly OumiGenerated[]>;
  readonly multiturn_attributes?: Maybe<readonly OumiMultiturn[]>;
  readonly transformed_attributes?: Maybe<readonly OumiTransformed[]>;
  readonly passthrough_attributes?: Maybe<readonly string[]>;
}

export interface OumiEnvironment {
  readonly id?: string;
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly env_type?: string;
  readonly tools?: readonly JsonObject[];
  readonly env_kwargs?: Maybe<JsonObject>;
  readonly grounding?: Maybe<{
    readonly sample_size?: number;
    readonly seed?: Maybe<number>;
    readonly tools?: Readonly<Record<string, { readonly fields?: readonly string[] }>>;
    readonly state?: readonly JsonValue[];
  }>;
}

export interface OumiGeneration {
  readonly max_new_tokens?: number;
  readonly temperature?: number;
  readonly top_p?: Maybe<number>;
  readonly seed?: Maybe<number>;
  readonly frequency_penalty?: number;
  readonly presence_penalty?: number;
  readonly stop_strings?: Maybe<readonly string[]>;
  readonly logit_bias?: Readonly<Record<string, number>>;
  readonly min_p?: number;
  readonly num_beams?: number;
  readonly batch_size?: Maybe<number>;
  readonly guided_decoding?: Maybe<{
    readonly json?: JsonValue;
    readonly regex?: Maybe<string>;
    readonly choice?: Maybe<readonly string[]>;
  }>;
}

export interface OumiRemote {
  readonly api_url?: Maybe<string>;
  readonly api_key?: Maybe<string>;
  readonly api_key_env_varname?: Maybe<string>;
  readonly max_retries?: number;
  readonly retry_backoff_base?: number;
  readonly retry_backoff_max?: number;
  readonly connection_timeout?: number;
  readonly num_workers?: number;
  readonly requests_per_minute?: Maybe<number>;
  readonly input_tokens_per_minute?: Maybe<number>;
  readonly output_tokens_per_minute?: Maybe<number>;
  readonly politeness_policy?: number;
}

export interface OumiInference {
  readonly model?: { readonly model_name?: string };
  readonly generation?: OumiGeneration;
  readonly engine?: Maybe<string>;
  readonly remote_params?: Maybe<OumiRemote>;
  readonly input_path?: Maybe<string>;
  readonly output_path?: Maybe<string>;
}

export interface OumiConfig {
  readonly num_samples?: number;
  readonly output_path?: Maybe<string>;
  readonly strategy_params?: OumiParams;
  readonly inference_config?: OumiInference;
  readonly environment_config?: Maybe<{ readonly environments?: readonly OumiEnvironment[] }>;
  readonly environment_config_path?: Maybe<string>;
}
