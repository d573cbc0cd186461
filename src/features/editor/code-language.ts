/** The two texts that a design can be written in: our own JSON, and Oumi's YAML. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import {
  placeProblems,
  readCode,
  writeCode,
  type PlacedProblem,
  type Reading,
} from './code-draft.ts';
import { placeYamlProblems, readYaml, writeYaml } from './yaml-draft.ts';

export interface CodeLanguage {
  readonly id: 'json' | 'yaml';
  readonly uri: string;
  /** Name of the text field. */
  readonly label: string;
  /** `base` is the design that the text belongs to: what the text cannot hold is taken from it. */
  readonly read: (text: string, base: DatasetDesign) => Reading;
  readonly write: (design: DatasetDesign) => string;
  readonly place: (text: string, problems: readonly Diagnostic[]) => readonly PlacedProblem[];
}

export const codeLanguages: Readonly<Record<CodeLanguage['id'], CodeLanguage>> = {
  json: {
    id: 'json',
    uri: 'inmemory://rowsmith/design.json',
    label: 'Design as JSON',
    read: readCode,
    write: writeCode,
    place: placeProblems,
  },
  yaml: {
    id: 'yaml',
    uri: 'inmemory://rowsmith/synth.yaml',
    label: 'Design as Oumi YAML',
    read: readYaml,
    write: writeYaml,
    place: placeYamlProblems,
  },
};
