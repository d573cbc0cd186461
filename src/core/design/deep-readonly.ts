/** Domain data is never changed in place; this makes the compiler say so at every depth. */

/** The type with every property and every array, at any depth, readonly. */
export type DeepReadonly<Type> = Type extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Type extends object
    ? { readonly [Key in keyof Type]: DeepReadonly<Type[Key]> }
    : Type;
