/** What the demo model makes of ratings: it compares lengths and words, adds what it finds as sentences, and says so. */
import type { PromptAnswer } from '#core/llm/draft/draft-shape.ts';
import type { PromptMessage, PromptTask } from '#core/llm/draft/draft-task.ts';

/** Words that tell the bad values apart, at most. */
const mostWords = 4;
/** Shorter words are too common to be to blame. */
const leastLetters = 4;

export function betterPrompt({ messages, ratings, text }: PromptTask): PromptAnswer {
  const good = [
    ...ratings.liked.map(({ value }) => value),
    ...ratings.edited.map(({ after }) => after),
  ];
  const bad = [
    ...ratings.disliked.map(({ value }) => value),
    ...ratings.edited.flatMap(({ before }) => (before === undefined ? [] : [before])),
  ];
  const [goodTexts, badTexts] = [good.map(wordsOf), bad.map(wordsOf)];
  const sentences = [
    text.replaceAll(/[{}]/g, '').trim(),
    lengthSentence(goodTexts, badTexts),
    openingSentence(goodTexts, badTexts),
    wordSentence(goodTexts, badTexts),
  ].filter((sentence) => sentence !== '');
  const fallback = badTexts.length > 0 ? ['Be more specific, and vary how it is said.'] : [];
  const added = sentences.length > 0 ? sentences : fallback;
  const kept = messages.filter(({ content }) => content.trim() !== '');
  return {
    messages: withSentences(kept, added),
    remark:
      'The demo model compares lengths and words of the rated values, not what they mean; a real model reads them.',
  };
}

function withSentences(
  messages: readonly PromptMessage[],
  sentences: readonly string[],
): readonly PromptMessage[] {
  const fresh = sentences.filter(
    (sentence) => !messages.some(({ content }) => content.includes(sentence)),
  );
  if (fresh.length === 0 && messages.length > 0) return messages;
  const text = (fresh.length > 0 ? fresh : ['Write what the columns ask for.']).join(' ');
  const at = messages.findLastIndex(({ role }) => role === 'user');
  const last = messages[at];
  if (last === undefined) return [...messages, { role: 'user', content: text }];
  return messages.with(at, { ...last, content: `${last.content.trim()}\n\n${text}` });
}

type Words = readonly string[];

function wordsOf(value: unknown): Words {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

/** Says a length only where all good values lie on one side of all bad ones. */
function lengthSentence(good: readonly Words[], bad: readonly Words[]): string {
  if (good.length === 0 || bad.length === 0) return '';
  const [goods, bads] = [good.map(({ length }) => length), bad.map(({ length }) => length)];
  const [most, least] = [Math.max(...goods), Math.min(...goods)];
  if (most < Math.min(...bads)) return `Use at most ${count(most)}.`;
  return least > Math.max(...bads) ? `Use at least ${count(least)}.` : '';
}

function count(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}

function openingSentence(good: readonly Words[], bad: readonly Words[]): string {
  const openings = bad.map(([first]) => first ?? '');
  const [first = ''] = openings;
  const isShared = openings.length > 1 && openings.every((opening) => opening === first);
  const isGood = good.some(([opening]) => opening === first);
  return isShared && !isGood && first !== '' ? `Do not begin with “${first}”.` : '';
}

/** Words that stand in most bad values and in no good one. */
function wordSentence(good: readonly Words[], bad: readonly Words[]): string {
  if (bad.length < 2) return '';
  const fine = new Set(good.flat());
  const counts = new Map<string, number>();
  for (const words of bad)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const blamed = [...counts]
    .filter(([word, times]) => times > bad.length / 2 && word.length >= leastLetters)
    .filter(([word]) => !fine.has(word))
    .map(([word]) => `“${word}”`)
    .slice(0, mostWords);
  return blamed.length === 0 ? '' : `Avoid the words ${blamed.join(', ')}.`;
}
