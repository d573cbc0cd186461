import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import type { ChangeKind, DesignChange } from '#core/design/changes/design-changes.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { CheckboxBox } from '#ui/fields/checkbox-box.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Card } from '#ui/layout/card.tsx';
import { SectionHead } from '#ui/layout/section-head.tsx';
import { constraintGlyphOf } from '#ui/marks/constraint-glyphs.ts';
import { FillTile } from '#ui/marks/fill-tile.tsx';
import { Tag, type TagTone } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';
import { changeDetails } from './change-details.ts';
import { groupsOf } from './draft-words.ts';

const Line = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 30,
  padding: '2px 10px 2px 4px',
  '& + &': { borderTop: `1px solid ${tokenVar('line')}` },
  '& label': { display: 'flex', alignItems: 'center', gap: 8, flex: 1, minWidth: 0 },
  '& label > span:last-of-type': {
    color: tokenVar('ink-2'),
    fontSize: '0.75rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '&[data-off=true] label': { color: tokenVar('ink-3') },
  '@media (max-width: 599.95px)': {
    '& label': { flexWrap: 'wrap', rowGap: 0, padding: '4px 0' },
    '& label > span:last-of-type': { whiteSpace: 'normal', flexBasis: '100%' },
  },
});

const List = styled('ul')({ margin: 0, padding: 0, listStyle: 'none' });
const Name = styled('strong')({ fontWeight: 500 });

const box = <CheckboxBox checked={false} />;
const tickedBox = <CheckboxBox checked />;

const tones: Readonly<Record<ChangeKind, TagTone>> = {
  added: 'ok',
  changed: 'plain',
  removed: 'bad',
};

interface ChangeListProps {
  readonly before: DatasetDesign;
  readonly after: DatasetDesign;
  readonly changes: readonly DesignChange[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** Everything that differs, each with a tick: what is not ticked stays as it was. */
export function ChangeList({ before, after, changes, chosen, onToggle }: ChangeListProps) {
  return groupsOf(changes).map((group) => (
    <section key={group.title} aria-label={group.title}>
      <SectionHead title={group.title} count={group.changes.length} />
      <Card>
        <List>
          {group.changes.map((change) => (
            <ChangeLine
              key={change.id}
              change={change}
              details={changeDetails(change, before, after)}
              isChosen={chosen.has(change.id)}
              onToggle={() => onToggle(change.id)}
            />
          ))}
        </List>
      </Card>
    </section>
  ));
}

interface ChangeLineProps {
  readonly change: DesignChange;
  readonly details: ReturnType<typeof changeDetails>;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function ChangeLine({ change, details, isChosen, onToggle }: ChangeLineProps) {
  const id = useId();
  const { fillKind, ruleKind, text } = details;
  return (
    <Line data-off={!isChosen}>
      <Checkbox
        id={id}
        checked={isChosen}
        icon={box}
        checkedIcon={tickedBox}
        onChange={onToggle}
        slotProps={{ input: { 'aria-label': `${change.name}, ${change.change}` } }}
      />
      <label htmlFor={id}>
        {fillKind !== undefined && <FillTile fillKind={fillKind} />}
        {ruleKind !== undefined && <Icon glyph={constraintGlyphOf(ruleKind)} size={15} />}
        <Name>{change.name}</Name>
        <span title={text}>{text}</span>
      </label>
      <Tag tone={tones[change.change]}>{change.change}</Tag>
    </Line>
  );
}
