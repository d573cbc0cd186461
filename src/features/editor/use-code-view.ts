import { useDesign, useView } from '#state/react.tsx';
import type { CodeLanguage } from './code-language.ts';

/** The language that the code is shown in: the chosen one, else that of the file the design came from. */
export function useCodeView(): CodeLanguage['id'] {
  const chosen = useView((view) => view.codeView);
  const isOumi = useDesign(({ design }) => design.origin?.format === 'oumi-yaml');
  return chosen ?? (isOumi ? 'yaml' : 'json');
}
