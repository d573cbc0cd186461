import type { Recipe } from './recipe.ts';

/** The same requests in other words. */
export const augmentation: Recipe = {
  title: 'Requests in other words',
  about: 'What customers ask, said again in other voices',
  group: 'Training text',
  sample: [
    {
      request: 'Where is my parcel?',
      voice: 'hurried',
      reworded: 'parcel still not here, where is it',
    },
    {
      request: 'I want to send the shoes back.',
      voice: 'formal',
      reworded: 'I should like to return the shoes.',
    },
    {
      request: 'Can I pay in two parts?',
      voice: 'chatty',
      reworded: 'It is a long month, so I wondered …',
    },
  ],
  config: `# Requests that exist, said again in the words of other people.
num_samples: 24
output_path: reworded_requests.jsonl
strategy_params:
  input_examples:
    - examples:
        - {request: "Where is my parcel?", intent: track_order}
        - {request: "I want to send the shoes back.", intent: return_item}
        - {request: "The code you sent does not work.", intent: login_problem}
        - {request: "Can I pay in two parts?", intent: payment}
  sampled_attributes:
    - id: voice
      name: Voice
      description: Who says it
      possible_values:
        - {id: hurried, name: somebody in a hurry, description: "short, no greeting, a typing slip here and there"}
        - {id: formal, name: a formal writer, description: "full sentences, polite, a little stiff"}
        - {id: chatty, name: a chatty person, description: "tells a bit of the story around it"}
    - id: distance
      name: Distance
      description: How far the new words are from the old ones
      possible_values:
        - {id: near, name: near, description: "keeps most words", sample_rate: 0.3}
        - {id: far, name: far, description: "shares hardly a word but means the same", sample_rate: 0.7}
  generated_attributes:
    - id: draft
      instruction_messages:
        - {role: SYSTEM, content: "You reword requests of customers. The meaning stays exactly the same. Reply with the new request alone."}
        - {role: USER, content: "Request: {request} Say it as {voice} would: {voice.description}. Stay {distance}: {distance.description}."}
      postprocessing_params: {id: reworded, keep_original_text_attribute: false, cut_prefix: "Request:"}
  passthrough_attributes: [request, reworded, intent, voice, distance]
inference_config:
  engine: OPENAI
  model: {model_name: gpt-4o-mini}
  generation: {temperature: 1.0, max_new_tokens: 700}
`,
};
