/** Remote reads worth caching. The engine worker asks; the page never calls `fetch`. */
import { queryOptions } from '@tanstack/react-query';
import type { ModelActions, ModelDraft } from './model-actions.ts';

export interface AskedModels {
  readonly draft: ModelDraft;
  /** Undefined until the user asked for the names of this address; counts up when a key was typed. */
  readonly asked: number | undefined;
  /** The key as typed, read when the request is made and part of no cache. */
  readonly readKey: () => string;
}

/** Model names of an endpoint. A key typed meanwhile makes it ask again, without being part of the cache. */
export function modelListQuery(models: ModelActions, { draft, asked, readKey }: AskedModels) {
  return queryOptions({
    queryKey: ['models', draft.provider, draft.baseUrl, asked] as const,
    queryFn: () => models.listModels({ ...draft, key: readKey() }),
    enabled: asked !== undefined && draft.provider !== 'demo' && URL.canParse(draft.baseUrl),
  });
}
