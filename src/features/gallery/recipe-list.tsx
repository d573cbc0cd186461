import { styled } from '@mui/material/styles';
import type { LucideIcon } from 'lucide-react';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Library from 'lucide-react/icons/library';
import ListChecks from 'lucide-react/icons/list-checks';
import MessagesSquare from 'lucide-react/icons/messages-square';
import Replace from 'lucide-react/icons/replace';
import Shuffle from 'lucide-react/icons/shuffle';
import Wrench from 'lucide-react/icons/wrench';
import type { RecipeId } from '#state/samples/recipe-id.ts';
import { useWorkbench } from '#state/react.tsx';
import { Choices, StartFrom } from './start-from.tsx';

interface Recipe {
  readonly id: RecipeId;
  readonly title: string;
  readonly text: string;
  readonly glyph: LucideIcon;
}

const recipes: readonly Recipe[] = [
  {
    id: 'question-answering',
    title: 'Questions and answers',
    text: 'About passages you give, easy to hard, answered from the passage.',
    glyph: CircleQuestionMark,
  },
  {
    id: 'augmentation',
    title: 'More of the same',
    text: 'Requests that exist, said again in other voices.',
    glyph: Replace,
  },
  {
    id: 'instruction-following',
    title: 'Instructions',
    text: 'With conditions that can be checked, and replies that keep them.',
    glyph: ListChecks,
  },
  {
    id: 'conversation',
    title: 'Conversations',
    text: 'Two sides, a plan first, then turn by turn.',
    glyph: MessagesSquare,
  },
  {
    id: 'domain-adaptation',
    title: 'Language of a trade',
    text: 'Its terms explained, used in context, and asked about.',
    glyph: Library,
  },
  {
    id: 'dynamic-few-shot',
    title: 'Changing examples',
    text: 'Every prompt shows other examples, so the texts differ.',
    glyph: Shuffle,
  },
  {
    id: 'tool-use',
    title: 'Tool use',
    text: 'An assistant that looks things up in tables before it answers.',
    glyph: Wrench,
  },
];

const Title = styled('h3')({ margin: '18px 0 10px', fontSize: '0.8125rem', fontWeight: 600 });

interface RecipeListProps {
  readonly isOpening: boolean;
  readonly onOpen: (work: () => Promise<void>) => void;
}

/** Designs in the manner of Oumi, one for each use of it. They open on the demo model. */
export function RecipeList({ isOpening, onOpen }: RecipeListProps) {
  const { documents } = useWorkbench();
  return (
    <section aria-label="Recipes" aria-busy={isOpening}>
      <Title>Or from a recipe for training data</Title>
      <Choices style={{ marginTop: 0 }}>
        {recipes.map(({ id, title, text, glyph }) => (
          <StartFrom
            key={id}
            glyph={glyph}
            title={title}
            text={text}
            onClick={() => onOpen(() => documents.openRecipe(id, title))}
          />
        ))}
      </Choices>
    </section>
  );
}
