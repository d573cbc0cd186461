import { useState } from 'react';

/**
 * The value that came first, for as long as those after it read the same as JSON. What an edit of the
 * design leaves as it was is then not drawn again.
 */
export function useSame<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  keep(value);
  return value;
}
