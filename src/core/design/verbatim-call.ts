/** Which calls are asked for one row at a time, with an answer that nothing is read out of. */
import type { Call } from './design.ts';

/**
 * Whether a request of this call is for one row and its answer taken as it stands: so for conversations,
 * and for texts unless several are to be asked for together.
 */
export function isVerbatimCall({
  output,
  rowsPerRequest,
}: Pick<Call, 'output' | 'rowsPerRequest'>): boolean {
  return output.kind === 'conversation' || (output.kind === 'text' && rowsPerRequest === 1);
}
