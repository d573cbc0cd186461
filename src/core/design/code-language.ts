/** Languages that a column of code can be written in, under the names of Data Designer; JSON is ours. */

export const codeLanguages = [
  'python',
  'json',
  'sql:ansi',
  'sql:postgres',
  'sql:mysql',
  'sql:sqlite',
  'sql:bigquery',
  'sql:tsql',
  'javascript',
  'typescript',
  'bash',
  'c',
  'cobol',
  'cpp',
  'csharp',
  'go',
  'java',
  'kotlin',
  'ruby',
  'rust',
  'scala',
  'swift',
] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

const labels: Partial<Record<CodeLanguage, string>> = {
  python: 'Python',
  json: 'JSON',
  'sql:ansi': 'SQL',
  'sql:postgres': 'SQL (PostgreSQL)',
  'sql:mysql': 'SQL (MySQL)',
  'sql:sqlite': 'SQL (SQLite)',
  'sql:bigquery': 'SQL (BigQuery)',
  'sql:tsql': 'SQL (T-SQL)',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  cobol: 'COBOL',
  cpp: 'C++',
  csharp: 'C#',
};

/** What people call the language. */
export function languageLabel(language: CodeLanguage): string {
  return labels[language] ?? `${language.slice(0, 1).toUpperCase()}${language.slice(1)}`;
}

/** The word that stands behind the three backticks of a block. */
export function fenceWord(language: CodeLanguage): string {
  return language.startsWith('sql:') ? 'sql' : language;
}

/** Whether the syntax of the language can be checked here. */
export function hasSyntaxCheck(language: CodeLanguage): boolean {
  return language === 'python' || language === 'json' || language.startsWith('sql:');
}
