import { styled } from '@mui/material/styles';
import type { JsonValue } from '#core/base/json.ts';
import { givenScores, lowScores, type JudgeOutput } from '#core/design/judge.ts';
import { Tag } from '#ui/marks/tag.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const List = styled('dl')({ margin: 0, display: 'flex', flexDirection: 'column', gap: 12 });

const Term = styled('dt')({ display: 'flex', alignItems: 'center', gap: 8, fontWeight: 600 });

const Reason = styled('dd')({ margin: '4px 0 0', color: tokenVar('ink-2') });

interface JudgeScoresProps {
  readonly output: JudgeOutput;
  readonly value: JsonValue;
}

/** Each score with the reasons that were given for it; what is below the least score is marked. */
export function JudgeScores({ output, value }: JudgeScoresProps) {
  const low = new Set(lowScores(output, value).map(({ name }) => name));
  return (
    <List aria-label="Scores">
      {givenScores(value).map(({ name, score, reasoning }) => (
        <div key={name}>
          <Term>
            {name}
            <Tag tone={low.has(name) ? 'warn' : 'plain'}>
              {score}
              {low.has(name) ? ', too low' : ''}
            </Tag>
          </Term>
          <Reason>{reasoning}</Reason>
        </div>
      ))}
    </List>
  );
}
