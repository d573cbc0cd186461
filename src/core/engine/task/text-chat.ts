/** The messages of a call for one text, with what its kind of text and an earlier refusal add to them. */
import { fenceWord, languageLabel } from '#core/design/code-language.ts';
import type { Column } from '#core/design/design.ts';
import type { ChatTurn } from '#core/llm/chat-task.ts';

/**
 * The turns as they are, unless the text is code or an answer was refused: then the last request says
 * how code is to be given, and a further one says what was wrong.
 */
export function textChat(
  turns: readonly ChatTurn[],
  columns: readonly Column[],
  corrections: readonly string[],
): readonly ChatTurn[] {
  const [first] = columns;
  const language = first?.fill.kind === 'generated' ? first.fill.code : undefined;
  const form =
    language === undefined
      ? undefined
      : `Answer with one block of ${languageLabel(language)} code between \`\`\`${fenceWord(language)} and \`\`\`.`;
  const refused = corrections.map((reason) => `Your earlier answer was refused: ${reason}`);
  const added = [...(form === undefined ? [] : [form]), ...refused];
  if (added.length === 0) return turns;
  const last = turns.at(-1);
  const text = added.join('\n');
  if (last?.role !== 'user') return [...turns, { role: 'user', content: text }];
  return [...turns.slice(0, -1), { role: 'user', content: `${last.content}\n\n${text}` }];
}
