/** The requests of the open rows as files for batch services; loaded when they are asked for. */
import type { ModelAlias } from '#core/design/design.ts';
import { batchRequests, type Batches, type BatchModel } from '#core/engine/batch-requests.ts';
import type { Dataset } from '#core/engine/dataset.ts';
import { findProvider } from '#core/llm/providers.ts';

export function batchesOf(dataset: Dataset, rowCount: number): Batches {
  return batchRequests(dataset, rowCount, modelOf);
}

/** A batch file holds no address, so what the design names is enough. */
function modelOf({ provider, model }: ModelAlias): BatchModel | undefined {
  const found = findProvider(provider);
  return found && { provider: found, modelName: model };
}
