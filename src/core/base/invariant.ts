/** Programming errors: these throw, reach the error boundary, and are never caught on the way. */

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
