import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import * as compare from '#features/models/compare-dialog.tsx';
import { ModelSettings } from '#features/models/model-settings.tsx';

/** Names of models stay known while the page is open. */
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 300_000 } },
});

/** With the cache behind it, which only dialogs about models need. */
function withQueries<Props extends object>(Dialog: ComponentType<Props>): ComponentType<Props> {
  return function WithQueries(props: Props) {
    return (
      <QueryClientProvider client={queries}>
        <Dialog {...props} />
      </QueryClientProvider>
    );
  };
}

export const ModelDialog = withQueries(ModelSettings);
export const CompareDialog = withQueries(compare.CompareDialog);
