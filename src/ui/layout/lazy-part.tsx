import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/**
 * A part of the screen that is loaded when it is first shown, with `waiting` in its place until then.
 * What the first screen does not need stays out of the first load.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  function LazyPart(props: Props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  }
  return LazyPart;
}
