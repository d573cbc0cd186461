/** What derived templates can see of a row: everything, or its texts alone where the dialect says so. */
import type { DatasetDesign } from '#core/design/design.ts';
import type { Scope } from '#core/expression/scope.ts';

/** In Oumi's dialect a transformation sees text values only; a number reads as an unknown name. */
export function derivedScope({ dialect }: DatasetDesign): (scope: Scope) => Scope {
  return dialect === 'oumi' ? textsOf : (scope) => scope;
}

function textsOf(scope: Scope): Scope {
  return {
    get(name) {
      const value = scope.get(name);
      return typeof value === 'string' ? value : undefined;
    },
    attribute: (name, key) => scope.attribute?.(name, key),
  };
}
