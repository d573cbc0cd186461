/**
 * The quality report as one file: markup and styles only, no scripts, nothing loaded from elsewhere, every
 * text escaped. Its own policy forbids what it does not need, wherever it is opened.
 */
import { escapeXml } from '#ui/charts/picture/picture-svg.ts';

export interface ReportTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReportPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly verdict?: { readonly tone: string; readonly text: string } | undefined;
  /** An SVG element as text, made by `pictureSvg`. */
  readonly svg: string;
}

export interface QualityDocument {
  readonly title: string;
  /** Such as the date, rows and seed. */
  readonly about: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly pictures: readonly ReportPicture[];
  readonly tables: readonly ReportTable[];
  readonly isDemo: boolean;
}

const styles = `body{font:14px/1.5 Geist,system-ui,sans-serif;color:#14171c;background:#f3f4f6;margin:0}
main{max-width:1000px;margin:0 auto;padding:32px 16px}
h1{font-size:22px;margin:0}h2{font-size:15px;margin:0 0 4px}p{margin:0;color:#48505b}
.figures{display:flex;flex-wrap:wrap;gap:32px;margin:24px 0}.figures b{display:block;font-size:20px}
section{background:#fff;border:1px solid #e6e8eb;border-radius:8px;padding:14px 16px;margin:0 0 10px;overflow:auto}
svg{max-width:100%;height:auto;display:block;margin-top:8px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:500;color:#48505b}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #eceef0;vertical-align:top}
.tag{float:right;border-radius:4px;padding:0 8px;background:#e8eaed;color:#48505b;font-size:12px}
.ok{background:#e6f5ec;color:#146c43}.bad{background:#fdecf1;color:#bb1a44}.warn{background:#fff5dc;color:#855500}`;

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function qualityReportHtml(report: QualityDocument): string {
  const title = escapeXml(report.title);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${styles}</style></head>
<body><main>
<h1>${title}</h1>
<p>${escapeXml(report.about)}</p>
${report.isDemo ? '<p><span class="warn">Some rows were made by the demo model.</span></p>' : ''}
<div class="figures">${report.figures.map(figureHtml).join('')}</div>
${report.pictures.map(pictureHtml).join('\n')}
${report.tables
  .filter(({ rows }) => rows.length > 0)
  .map(tableHtml)
  .join('\n')}
</main></body></html>
`;
}

function figureHtml({ value, label }: QualityDocument['figures'][number]): string {
  return `<div><b>${escapeXml(value)}</b>${escapeXml(label)}</div>`;
}

const tones: ReadonlySet<string> = new Set(['ok', 'bad', 'warn']);

function pictureHtml({ title, subtitle, verdict, svg }: ReportPicture): string {
  const tone = verdict !== undefined && tones.has(verdict.tone) ? ` ${verdict.tone}` : '';
  const tag =
    verdict === undefined ? '' : `<span class="tag${tone}">${escapeXml(verdict.text)}</span>`;
  return `<section>${tag}<h2>${escapeXml(title)}</h2><p>${escapeXml(subtitle)}</p>${svg}</section>`;
}

function tableHtml({ title, head, rows }: ReportTable): string {
  const cells = (texts: readonly string[], name: string): string =>
    texts.map((text) => `<${name}>${escapeXml(text)}</${name}>`).join('');
  const body = rows.map((texts) => `<tr>${cells(texts, 'td')}</tr>`).join('\n');
  return `<section><h2>${escapeXml(title)}</h2><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>
${body}
</tbody></table></section>`;
}
