/**
 * The dataset card: what a dataset holds and how it was made, as Markdown with the front matter that the
 * Hugging Face Hub reads (https://huggingface.co/docs/hub/datasets-cards). Texts of the design stay texts:
 * they bring no HTML, links, tables or emphasis of their own.
 */
import type { DatasetDesign } from '#core/design/design.ts';
import type { ReportTable } from './report-html.ts';

export interface DatasetCard {
  readonly design: Pick<DatasetDesign, 'name' | 'brief' | 'seed' | 'calls' | 'models'>;
  readonly rowCount: number;
  /** Such as 2026-11-28. */
  readonly day: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  /** Tables without rows are left out. */
  readonly tables: readonly ReportTable[];
  readonly isDemo: boolean;
}

export function datasetCardMarkdown(card: DatasetCard): string {
  const { design, rowCount, day, figures, tables, isDemo } = card;
  const parts = [
    frontMatter(card),
    `# ${plain(design.name)}`,
    plain(design.brief),
    `${rowCount.toLocaleString('en')} synthetic rows, seed ${design.seed}, made with Rowsmith on ${day}.`,
    isDemo ? 'Some rows were made by the demo model, a stand-in for a language model.' : '',
    figures.map(({ value, label }) => `- ${plain(`${value} ${label}`)}`).join('\n'),
    ...tables.filter(({ rows }) => rows.length > 0).map(tableMarkdown),
    writersMarkdown(design),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function frontMatter({ design, rowCount }: DatasetCard): string {
  // A JSON string is a YAML string too.
  return `---
pretty_name: ${JSON.stringify(design.name)}
size_categories:
- ${sizeCategory(rowCount)}
tags:
- synthetic
- rowsmith
---`;
}

const thousands = ['1K', '10K', '100K', '1M', '10M'] as const;

/** The Hub's names for sizes. */
function sizeCategory(rowCount: number): string {
  const step = Math.max(0, String(rowCount).length - 3);
  return step === 0 ? 'n<1K' : `${thousands[step - 1] ?? '1M'}<n<${thousands[step] ?? '10M'}`;
}

function tableMarkdown({ title, head, rows }: ReportTable): string {
  const line = (texts: readonly string[]): string => `| ${texts.map(plain).join(' | ')} |`;
  const rule = `| ${head.map(() => '---').join(' | ')} |`;
  return [`## ${plain(title)}`, '', line(head), rule, ...rows.map(line)].join('\n');
}

/** Which model wrote which call; addresses are nobody else's business. */
function writersMarkdown({ calls, models }: DatasetCard['design']): string {
  const lines = calls.map(({ id, model: alias }) => {
    const model = models.find((one) => one.alias === alias);
    const writer = model === undefined ? alias : `${model.model}, ${model.provider}`;
    return `- ${plain(id)}: ${plain(writer)}`;
  });
  return lines.length === 0 ? '' : ['## Written by', '', ...lines].join('\n');
}

/** One line in which no character is markup. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]|~]/g, String.raw`\$&`)
    .replaceAll('<', '&lt;')
    .replace(/^[#>+=-]|(?<=^\d+)[.)]/, String.raw`\$&`);
}
