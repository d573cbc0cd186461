/** The four origins of a value and the tokens that colour them. Nothing else may use these hues. */
import { type TokenName, tokenVar } from './tokens.ts';

export type FillGroup = 'sampled' | 'source' | 'generated' | 'derived';

export interface FillHue {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
}

export function fillHue(group: FillGroup): FillHue {
  const soft: TokenName = `${group}-soft`;
  const line: TokenName = `${group}-line`;
  return { text: tokenVar(group), soft: tokenVar(soft), line: tokenVar(line) };
}
