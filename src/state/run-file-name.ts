/** Ending of a run file: the command line looks for OUT with this added. */
export const runFileEnding = 'journal';

export function isRunFile({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith(`.${runFileEnding}`);
}
