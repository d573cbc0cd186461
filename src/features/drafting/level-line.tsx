import { counted } from '#core/base/counted.ts';
import { useDesign, useDraft } from '#state/react.tsx';
import { treeLevel } from '#state/tree-level.ts';
import { ToldLine } from './told-line.ts';

/** The column that the new level goes below, and how much stands in it. */
export function LevelLine() {
  const columnId = useDraft((state) => state.aboutId);
  const columns = useDesign(({ design }) => design.columns);
  const level = treeLevel({ columns }, columnId);
  if (level === undefined) return null;
  return (
    <ToldLine>
      Below {level.column}: {counted(level.values.length, 'value')}, each with values of its own.
    </ToldLine>
  );
}
