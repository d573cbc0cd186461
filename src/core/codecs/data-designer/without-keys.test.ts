import { describe, expect, it } from 'vitest';
import { openConfig } from './testing/open-config.ts';

describe('keys', () => {
  it('never get into a design, not even inside the text that is kept', () => {
    const { design, notices } = openConfig({
      columns: [],
      model_configs: [
        {
          alias: 'a',
          provider: 'openai',
          model: 'm',
          inference_parameters: { extra_body: { api_key: 'sk-known', top_k: 3 } },
        },
      ],
      seed_config: {
        source: { seed_type: 'hf', path: 'datasets/a/b/*.parquet', token: 'hf-known' },
      },
    });
    expect(JSON.stringify(design)).not.toMatch(/sk-known|hf-known/);
    expect(notices.filter(({ code }) => code === 'key-in-design')).toHaveLength(2);
    expect(design.models[0]?.parameters).toEqual({ top_k: 3 });
  });
});
