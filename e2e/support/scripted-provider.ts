// A chat completions server on a free loopback port that does what a test tells it to, request by
// request, and keeps a ledger of everything it saw. It answers properly unless scripted otherwise.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRows, askedRows, type AnsweredRow, type ChatBody } from './answer-rows.ts';

export type Behaviour =
  | { readonly kind: 'answer' }
  /** Answers with these rows instead of those that were asked. */
  | { readonly kind: 'rows'; readonly rows: (body: ChatBody) => readonly AnsweredRow[] }
  /** Answers with this text, whatever was asked. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answers, with a pause before each row. */
  | { readonly kind: 'drip'; readonly delayMs: number }
  /** Sends some rows and half of the next; the connection drops when `release` is called. */
  | { readonly kind: 'cut'; readonly afterRows: number }
  /** Sends some rows, then waits until `release` is called. */
  | { readonly kind: 'hold'; readonly afterRows: number }
  | { readonly kind: 'web-page' }
  | { readonly kind: 'redirect'; readonly to: string };

export interface LedgerEntry {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: ChatBody | undefined;
  /** Rows asked for, counted from one. */
  readonly rows: readonly number[];
  /** The other side closed the connection before the answer was complete. */
  isAborted: boolean;
  isEnded: boolean;
  /** When the connection ended, by the clock of this process. */
  endedAtMs?: number;
}

type Script = (entry: LedgerEntry, index: number) => Behaviour;

const answer: Behaviour = { kind: 'answer' };

export class ScriptedProvider {
  readonly ledger: LedgerEntry[] = [];
  readonly models: string[] = ['stand-in-small', 'stand-in-large'];
  /** Off: no header lets a page read what comes back. */
  allowsPages = true;
  private script: Script = () => answer;
  private held: (() => void)[] = [];
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    server.on('request', (request, response) => void this.handle(request, response));
  }

  static async start(): Promise<ScriptedProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ScriptedProvider(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get host(): string {
    return new URL(this.origin).host;
  }

  get baseUrl(): string {
    return `${this.origin}/v1`;
  }

  /** Requests for rows, without model lists and preflights. */
  get asked(): readonly LedgerEntry[] {
    return this.ledger.filter(({ rows }) => rows.length > 0);
  }

  /** `index` counts the requests for rows since this call, from zero. */
  follow(script: Script): void {
    const before = this.asked.length;
    this.script = (entry, index) => script(entry, index - before);
  }

  behave(behaviour: Behaviour): void {
    this.follow(() => behaviour);
  }

  /** Lets everything go on that `hold` keeps back. */
  release(): void {
    for (const go of this.held.splice(0)) go();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    if (this.allowsPages) allowPages(response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const body = text === '' ? undefined : (JSON.parse(text) as ChatBody);
    const entry: LedgerEntry = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      rows: body === undefined ? [] : askedRows(body),
      isAborted: false,
      isEnded: false,
    };
    response.on('close', () => {
      entry.isAborted = !response.writableFinished;
      entry.isEnded = true;
      entry.endedAtMs = Date.now();
    });
    this.ledger.push(entry);
    if (body === undefined) this.listModels(response);
    else await this.perform(this.script(entry, this.asked.length - 1), body, response);
  }

  private listModels(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', data: this.models.map((id) => ({ id })) }));
  }

  private async perform(act: Behaviour, body: ChatBody, response: ServerResponse): Promise<void> {
    const rows = answerRows(body);
    switch (act.kind) {
      case 'answer':
        endStream(response, rows);
        break;
      case 'rows':
        endStream(response, act.rows(body));
        break;
      case 'text':
        beginStream(response);
        endText(response, act.text);
        break;
      case 'status':
        response.writeHead(act.status, { 'content-type': 'application/json', ...act.headers });
        response.end(JSON.stringify({ error: { message: act.message } }));
        break;
      case 'cut':
        beginStream(response);
        response.write(deltas(`${openText(rows.slice(0, act.afterRows))},{"row":`));
        await this.waitForRelease();
        response.destroy();
        break;
      case 'hold':
        beginStream(response);
        response.write(deltas(openText(rows.slice(0, act.afterRows))));
        await this.waitForRelease();
        endText(response, closeText(rows.slice(act.afterRows), act.afterRows));
        break;
      case 'drip':
        await dripRows(response, rows, act.delayMs);
        break;
      case 'web-page':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>Sign in</title><h1>Hotel network</h1>');
        break;
      case 'redirect':
        response.writeHead(307, { location: act.to });
        response.end();
        break;
    }
  }

  private waitForRelease(): Promise<void> {
    return new Promise((resolve) => this.held.push(resolve));
  }
}

function allowPages(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-expose-headers', 'retry-after');
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function endStream(response: ServerResponse, rows: readonly AnsweredRow[]): void {
  beginStream(response);
  endText(response, openText(rows) + closeText([], rows.length));
}

function endText(response: ServerResponse, text: string): void {
  const finish = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const usage = { choices: [], usage: { prompt_tokens: 120, completion_tokens: 80 } };
  response.write(deltas(text));
  response.write(`data: ${JSON.stringify(finish)}\n\ndata: ${JSON.stringify(usage)}\n\n`);
  response.end('data: [DONE]\n\n');
}

async function dripRows(
  response: ServerResponse,
  rows: readonly AnsweredRow[],
  delayMs: number,
): Promise<void> {
  beginStream(response);
  response.write(deltas('{"rows":['));
  for (const [index, row] of rows.entries()) {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    response.write(deltas((index > 0 ? ',' : '') + JSON.stringify(row)));
  }
  endText(response, ']}');
}

function openText(rows: readonly AnsweredRow[]): string {
  return `{"rows":[${rows.map((row) => JSON.stringify(row)).join(',')}`;
}

function closeText(rows: readonly AnsweredRow[], sentBefore: number): string {
  const rest = rows.map((row, index) => (index + sentBefore > 0 ? ',' : '') + JSON.stringify(row));
  return `${rest.join('')}]}`;
}

/** Text in pieces of a few characters, as models send it. */
function deltas(text: string): string {
  const pieces = text.match(/[\s\S]{1,24}/g) ?? [];
  return pieces
    .map(
      (content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`,
    )
    .join('');
}
