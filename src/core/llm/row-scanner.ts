/**
 * Digs complete row objects out of an answer while it streams, in one pass: from `{"rows": […]}`, bare
 * arrays, one object per line, other wrappers, code fences and prose. It looks at brackets, hops over
 * strings, and parses each row alone, so a broken row costs only itself.
 */
import type { JsonObject } from '#core/base/json.ts';
import { limits } from '#core/base/limits.ts';
import { createAnswerStart } from './answer-start.ts';
import { cutText } from './cut-text.ts';
import { createRowParser, type ScannedRow } from './parse-row.ts';
import { firstKey, rowStartPattern } from './row-start.ts';
import { createStringHop } from './string-hop.ts';

export interface RowScannerOptions {
  /** Names of the fields asked for. An object that begins with one of them is a row. */
  readonly fieldNames: readonly string[];
  /** Key of the row number. */
  readonly rowKey: string;
  /** Longest row in UTF-16 units; 2,000,000 by default. */
  readonly maxRowLength?: number;
  /** The rows of an object that holds one list per field; by default an object is one row. */
  readonly splitColumns?: (object: JsonObject) => readonly JsonObject[] | undefined;
}

export interface ScannedProblem {
  readonly message: string;
  /** Beginning of the text that could not be read; at most 200 characters. */
  readonly excerpt: string;
}

export interface ScanEnd {
  /** Rows that only the end could tell. */
  readonly rows: readonly ScannedRow[];
  /** The unfinished row at the end, at most 200 characters; empty when the answer was complete. */
  readonly leftover: string;
  readonly problems: readonly ScannedProblem[];
}

export interface RowScanner {
  /** Rows that this piece completed, in the order of the answer. Any cut into pieces gives the same rows. */
  push(text: string): readonly ScannedRow[];
  end(): ScanEnd;
}

const excerptLength = 200;
/** Longest text in which the beginning of a row can hide between two pieces. */
const searchTail = 300;
const noRows: readonly ScannedRow[] = [];
/** Problems that are told one by one; a flood of them says nothing more. */
const maxProblems = 100;

/** Time is linear in the length of the answer; memory is one unfinished row. */
export function createRowScanner(options: RowScannerOptions): RowScanner {
  return new Scan(options);
}

type Mode =
  /** Between rows. */
  | 'hunt'
  /** Inside an object that may be a row. */
  | 'row'
  /** After a broken row: looking for the beginning of the next. */
  | 'resync';

interface Part {
  readonly start: number;
  readonly end: number;
}

class Scan implements RowScanner {
  private mode: Mode = 'hunt';
  private isInString = false;
  private readonly hop = createStringHop();
  private isAfterString = false;
  /** Containers around the rows, innermost last: `{` or `[`. */
  private outer = '';
  private depth = 0;
  private isClassified = false;
  /** Text of the unfinished row, of a wrapper's string, or the tail kept for a search. */
  private pending = '';
  private lastString = '';
  private lastKey: string | undefined;
  private readonly start = createAnswerStart();
  private reread = '';
  private consumed = 0;
  private rescanned = 0;
  private rows: ScannedRow[] = [];
  private problems: ScannedProblem[] = [];

  private readonly parse: (text: string) => readonly ScannedRow[] | undefined;
  private readonly known: ReadonlySet<string>;
  private readonly maxRowLength: number;
  private readonly rowStart: RegExp;

  constructor(options: RowScannerOptions) {
    this.known = new Set([options.rowKey, ...options.fieldNames]);
    const { rowKey, splitColumns } = options;
    this.parse = createRowParser({ rowKey, known: this.known, splitColumns });
    this.maxRowLength = options.maxRowLength ?? limits.streamLineBytes;
    this.rowStart = rowStartPattern([options.rowKey, ...options.fieldNames.slice(0, 1)]);
  }

  push(text: string): readonly ScannedRow[] {
    this.consumed += text.length;
    // Most pieces lie inside a text of a row, and there is nothing to find in them.
    if (this.isInString && this.mode === 'row' && text !== '' && isPlain(text)) {
      this.hop.reset();
      this.keepText(text);
      if (this.reread !== '') this.scan('');
    } else this.scan(this.start.isOver ? text : this.start.push(text));
    return this.takeRows();
  }

  end(): ScanEnd {
    this.scan(this.start.end());
    for (let left = this.unfinished(); left !== ''; left = this.unfinished()) {
      const next = this.nextRowIn(left);
      if (next === -1) break;
      this.addProblem('A row is broken.', left.slice(0, next));
      this.restart('hunt');
      this.scan(left.slice(next));
    }
    return {
      rows: this.takeRows(),
      leftover: excerptOf(this.unfinished()),
      problems: this.problems,
    };
  }

  private unfinished(): string {
    return this.mode === 'row' ? this.pending : '';
  }

  private takeRows(): readonly ScannedRow[] {
    const rows = this.rows;
    if (rows.length === 0) return noRows;
    this.rows = [];
    return rows;
  }

  /** What is read again goes on a stack, since broken rows may lie in broken rows without end. */
  private scan(piece: string): void {
    const later: { readonly text: string; readonly index: number }[] = [];
    let text = piece;
    let index = 0;
    while (true) {
      if (this.reread !== '') {
        later.push({ text, index });
        [text, index, this.reread] = [this.reread, 0, ''];
      } else if (index >= text.length) {
        const next = later.pop();
        if (next === undefined) return;
        ({ text, index } = next);
      } else if (this.mode === 'row') index = this.scanRow(text, index);
      else if (this.mode === 'hunt') index = this.hunt(text, index);
      else index = this.search(text, index);
    }
  }

  /** Looks for the beginning of a row, which two pieces may share. */
  private search(text: string, start: number): number {
    const seam = this.pending + text.slice(start, start + searchTail);
    const foundInSeam = this.pending === '' ? -1 : seam.search(this.rowStart);
    this.pending = '';
    if (foundInSeam !== -1) {
      this.mode = 'hunt';
      this.reread = seam.slice(foundInSeam);
      return start + searchTail;
    }
    const found = text.slice(start).search(this.rowStart);
    if (found === -1) {
      this.pending = (text.length - start < searchTail ? seam : text).slice(-searchTail);
      return text.length;
    }
    this.mode = 'hunt';
    return start + found;
  }

  /** One step between rows: up to the next bracket or the end of a string. */
  private hunt(text: string, start: number): number {
    if (this.isInString) return this.huntString(text, start);
    for (let index = start; index < text.length; index += 1) {
      switch (text.charCodeAt(index)) {
        case 123: // {
          this.openCandidate();
          return index;
        case 91: // [
          this.outer = (this.outer + '[').slice(-64);
          break;
        case 93: // ]
        case 125: // }
          this.outer = this.outer.slice(0, -1);
          if (this.outer === '') this.lastKey = undefined;
          break;
        case 58: // :
          if (this.outer !== '') this.lastKey = this.lastString;
          break;
        case 34: // "
          // Outside all brackets a quote is punctuation of prose.
          if (this.outer === '') break;
          this.isInString = true;
          this.pending = '';
          return index + 1;
        default:
      }
    }
    return text.length;
  }

  private huntString(text: string, start: number): number {
    const end = this.hop.end(text, start);
    const stop = end === -1 ? text.length : end;
    const part = text.slice(start, stop);
    const lineEnd = part.indexOf('\n');
    if (lineEnd !== -1) {
      // No JSON string holds a line break: what looked like a string was not one.
      this.isInString = false;
      this.hop.reset();
      return start + lineEnd + 1;
    }
    if (this.pending.length < limits.nameLength) this.pending += part;
    if (end === -1) return text.length;
    this.isInString = false;
    this.lastString = this.pending;
    this.pending = '';
    return end + 1;
  }

  private openCandidate(): void {
    this.mode = 'row';
    this.depth = 0;
    this.isClassified = false;
    this.isAfterString = false;
    this.pending = '';
  }

  /** One step inside a row: to its end, to its first key, or to the end of the piece. */
  private scanRow(text: string, start: number): number {
    let index = start;
    while (index < text.length) {
      if (this.isInString) {
        const end = this.hop.end(text, index);
        if (end === -1) break;
        this.isInString = false;
        this.isAfterString = true;
        index = end + 1;
        continue;
      }
      const code = text.charCodeAt(index);
      if (this.isAfterString && code > 32) {
        if (!mayFollowString(code)) return this.breakRow(text, start, index);
        this.isAfterString = false;
      }
      index += 1;
      if (code === 34) this.isInString = true;
      else if (isStructural(code)) {
        const next = this.stepInRow(code, text, { start, end: index });
        if (next !== undefined) return next;
      }
    }
    this.keepText(text.slice(start));
    return text.length;
  }

  private keepText(text: string): void {
    this.pending += text;
    if (this.pending.length > this.maxRowLength) this.breakRow('', 0, 0);
  }

  /** Takes a bracket or colon; the index to go on from when the row ends here or is none. */
  private stepInRow(code: number, text: string, part: Part): number | undefined {
    if (code === 123 || code === 91) this.depth += 1;
    else if (code === 58) {
      if (this.isClassified) return undefined;
      this.isClassified = true;
      const head = this.pending + text.slice(part.start, part.end);
      if (!this.isRow(head)) return this.openWrapper(head, part.end);
    } else {
      this.depth -= 1;
      if (this.depth === 0) return this.closeRow(text, part);
    }
    return undefined;
  }

  private isRow(head: string): boolean {
    const key = firstKey(head);
    if (key === 'rows' && !this.known.has('rows')) return false;
    if (this.known.has(key)) return true;
    return this.outer.endsWith('[') && (this.lastKey === undefined || this.lastKey === 'rows');
  }

  private openWrapper(head: string, index: number): number {
    this.outer = (this.outer + '{').slice(-64);
    this.lastKey = firstKey(head);
    this.mode = 'hunt';
    this.pending = '';
    return index;
  }

  private closeRow(text: string, { start, end }: Part): number {
    const slice = this.pending + text.slice(start, end);
    this.pending = '';
    this.mode = 'hunt';
    const isBrace = this.outer === '' && !this.isClassified;
    // `{name}` in prose is no row, and an empty object tells nothing.
    if (isBrace || this.addRow(slice)) return end;
    const next = this.nextRowIn(slice);
    this.addProblem('A row is not valid JSON.', next === -1 ? slice : slice.slice(0, next));
    if (next !== -1) this.reread = slice.slice(next);
    return end;
  }

  /** The text from `start` to `index` cannot be a row: go on at the next beginning of one. */
  private breakRow(text: string, start: number, index: number): number {
    const broken = this.pending + text.slice(start, index);
    const next = this.nextRowIn(broken);
    this.addProblem('A row is broken.', next === -1 ? broken : broken.slice(0, next));
    this.restart(next === -1 ? 'resync' : 'hunt');
    if (next === -1) this.pending = broken.slice(1).slice(-searchTail);
    else this.reread = broken.slice(next);
    return index;
  }

  private restart(mode: Mode): void {
    this.mode = mode;
    this.isInString = false;
    this.hop.reset();
    this.pending = '';
  }

  /** Where the next row begins inside broken text; -1 when nowhere, or when enough was read twice. */
  private nextRowIn(text: string): number {
    const found = text.slice(1).search(this.rowStart) + 1;
    if (found === 0) return -1;
    this.rescanned += text.length;
    return this.rescanned > 4 * this.consumed + 65_536 ? -1 : found;
  }

  private addRow(slice: string): boolean {
    const rows = this.parse(slice);
    for (const row of rows ?? []) this.rows.push(row);
    return rows !== undefined;
  }

  private addProblem(message: string, text: string): void {
    if (this.problems.length < maxProblems)
      this.problems.push({ message, excerpt: excerptOf(text.trim()) });
  }
}

/** `{` `}` `[` `]` `:` */
function isStructural(code: number): boolean {
  const bracket = code | 32;
  return bracket === 123 || bracket === 125 || code === 58;
}

/** `,` `:` `]` `}`, and `/` for a comment. */
function mayFollowString(code: number): boolean {
  return code === 44 || code === 58 || code === 93 || code === 125 || code === 47;
}

function excerptOf(text: string): string {
  return cutText(text, excerptLength);
}

function isPlain(text: string): boolean {
  return !text.includes('"') && !text.includes('\\');
}
