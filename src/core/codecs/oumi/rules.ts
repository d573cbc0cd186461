/** One rule of Oumi in one line: when it is broken, where, its code and its words. */
import { add, at, type Place } from './read-shape.ts';

/** `key` is within the place; '' is the place itself. */
export type Rules = (
  isBroken: boolean,
  key: string,
  words: readonly [code: string, message: string],
) => void;

export function rule(place: Place): Rules {
  return (isBroken, key, [code, message]) => {
    if (isBroken) add(key === '' ? place : at(place, key), code, { message });
  };
}
