import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { CompareDialog as Compare } from '#features/models/compare-dialog.tsx';
import { ModelSettings } from '#features/models/model-settings.tsx';

/** Names of models stay known while the page is open. */
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 300_000 } },
});

/** Model settings with the cache behind them, which only dialogs about models need. */
export function ModelDialog(props: ComponentProps<typeof ModelSettings>) {
  return (
    <QueryClientProvider client={queries}>
      <ModelSettings {...props} />
    </QueryClientProvider>
  );
}

/** The comparison of models, with the same names. */
export function CompareDialog(props: ComponentProps<typeof Compare>) {
  return (
    <QueryClientProvider client={queries}>
      <Compare {...props} />
    </QueryClientProvider>
  );
}
