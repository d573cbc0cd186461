import { styled } from '@mui/material/styles';
import { diffWordsWithSpace } from 'diff';
import { tokenVar } from '#ui/theme/tokens.ts';

const Text = styled('p')({
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& > del': {
    borderRadius: 3,
    backgroundColor: tokenVar('red-soft'),
    color: tokenVar('red'),
  },
  '& > ins': {
    borderRadius: 3,
    backgroundColor: tokenVar('green-soft'),
    color: tokenVar('green'),
    textDecoration: 'none',
  },
});

/** More words than a person compares; the comparison takes time that grows with their square. */
const mostCharacters = 20_000;

interface TextChangesProps {
  readonly before: string;
  readonly after: string;
}

/** One text that became another, word by word: struck through what is gone, marked what is new. */
export function TextChanges({ before, after }: TextChangesProps) {
  if (before.length + after.length > mostCharacters) return <Text>{before}</Text>;
  return (
    <Text>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
        if (removed) return <del key={index}>{value}</del>;
        return added ? <ins key={index}>{value}</ins> : value;
      })}
    </Text>
  );
}
