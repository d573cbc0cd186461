/** Names in a draft as names of columns that expressions can read. */
import { isReferable, slugOf } from '#core/design/column-names.ts';

/** The name itself where it can be read in expressions, else its slug. */
export function columnNameOf(name: string): string {
  return isReferable(name) ? name : slugOf(name);
}
