/** Attribute tables that make most datasets varied, chosen by what the columns do not cover yet. */
import { emptyDraft, type DraftAnswer, type DraftTable } from '#core/llm/draft/draft-shape.ts';
import type { DesignDraftTask } from '#core/llm/draft/draft-task.ts';

type Row = readonly [value: string, description: string, weight: number];

function axis(name: string, description: string, rows: readonly Row[]): DraftTable {
  const values = rows.map(([value, about, weight]) => ({
    value,
    description: about,
    weight,
    parent: '',
  }));
  return { name, description, varies_with: '', values };
}

interface Axis {
  readonly table: DraftTable;
  /** The text speaks of it, so it comes first. */
  readonly fits: RegExp;
}

const axes: readonly Axis[] = [
  {
    fits: /customer|user|patient|people|person|client|writer|asks?/i,
    table: axis('persona', 'Who is behind the row.', [
      ['newcomer', 'Has never done this before and says so.', 3],
      ['regular', 'Knows the usual way.', 4],
      ['expert', 'Uses the words of the trade.', 2],
      ['in a hurry', 'Leaves things out.', 1],
    ]),
  },
  {
    fits: /./,
    table: axis('case_kind', 'How ordinary the case is.', [
      ['ordinary', 'What happens every day.', 8],
      ['borderline', 'Could be judged either way.', 1],
      ['unusual', 'Rare, but it happens.', 1],
    ]),
  },
  {
    fits: /text|message|review|description|ticket|email|question|conversation/i,
    table: axis('tone', 'How it is said.', [
      ['neutral', 'Plain and to the point.', 4],
      ['friendly', 'Warm, with a few kind words.', 3],
      ['upset', 'Disappointed, but not rude.', 2],
      ['formal', 'As in a letter.', 1],
    ]),
  },
  {
    fits: /text|message|review|description|story|answer/i,
    table: axis('length_band', 'How long the text is.', [
      ['short', 'One sentence.', 3],
      ['medium', 'Two or three sentences.', 4],
      ['long', 'A whole paragraph.', 1],
    ]),
  },
  {
    fits: /question|answer|exam|quiz|task|tutor|teach/i,
    table: axis('difficulty', 'How hard it is.', [
      ['easy', 'Known to a beginner.', 3],
      ['medium', 'Needs some thought.', 4],
      ['hard', 'Needs several steps.', 2],
    ]),
  },
  {
    fits: /./,
    table: axis('surface', 'How cleanly it is written.', [
      ['clean', 'No slips.', 7],
      ['typos', 'A few typing slips.', 2],
      ['lower case', 'No capitals, little punctuation.', 1],
    ]),
  },
];

const mostAxes = 5;

export function suggestedAxes({ text, columns }: DesignDraftTask): DraftAnswer {
  const names = new Set(columns.map(({ name }) => name));
  const about = [text, ...names].join(' ');
  const isFitting = ({ fits }: Axis): boolean => fits.source !== '.' && fits.test(about);
  const open = axes.filter(({ table }) => !names.has(table.name));
  const chosen = [...open.filter(isFitting), ...open.filter((one) => !isFitting(one))];
  const tables = chosen.slice(0, mostAxes).map(({ table }) => table);
  return {
    ...emptyDraft,
    tables,
    order: tables.map(({ name }) => name),
    remark: tables.length === 0 ? 'The demo model knows no further axes for this design.' : '',
  };
}
