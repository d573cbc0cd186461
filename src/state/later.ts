/** The same methods; one that answers at once is none of them. */
type Later<Actions> = {
  readonly [Name in keyof Actions]: Actions[Name] extends (
    ...args: infer Arguments
  ) => Promise<infer Answer>
    ? (...args: Arguments) => Promise<Answer>
    : never;
};

/**
 * Actions whose code is loaded when the first of them is performed, and made once. All of them answer
 * with a promise already.
 */
export function later<Actions extends object>(
  load: () => Promise<Actions>,
  names: readonly (keyof Actions & string)[],
): Later<Actions> {
  let loading: Promise<Actions> | undefined;
  const perform = async (name: keyof Actions, args: readonly unknown[]): Promise<unknown> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const actions = await loading;
    return (actions[name] as (...args: unknown[]) => unknown).apply(actions, [...args]);
  };
  return Object.fromEntries(
    names.map((name) => [name, (...args: readonly unknown[]) => perform(name, args)]),
  ) as Later<Actions>;
}
