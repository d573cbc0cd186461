/** Restored documents are frozen, so that a mistaken write fails where it happens. */

/** Freezes objects and arrays at every depth, in place; returns the same value. */
export function deepFreeze<Value>(value: Value): Value {
  const stack: unknown[] = [value];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item !== 'object' || item === null || Object.isFrozen(item)) continue;
    Object.freeze(item);
    for (const child of Object.values(item) as unknown[]) stack.push(child);
  }
  return value;
}
