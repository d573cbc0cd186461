// A browser with no more than a bench asks for. A test library listens to all that a page does, and the
// browser then reads its scripts a second time to say where each thing was done: up to a fifth of a load.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/support/browser.ts';

/** One page, in a context of its own, nothing cached. */
export interface PlainPage {
  send(method: string, parameters?: object): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface PlainBrowser {
  open(): Promise<PlainPage>;
  close(): Promise<void>;
}

type Answer = Record<string, unknown>;

/** Starts the browser of the end-to-end tests, spoken to over its pipe. */
export function startPlainBrowser(): PlainBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'rowsmith-bench-'));
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions();
  const own = ['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const browser = spawn(executablePath, [...args, ...own], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const call = speak(browser);
  return {
    async open() {
      const context = await call('Target.createBrowserContext');
      const size = { width: 1440, height: 900 };
      const target = await call('Target.createTarget', { url: 'about:blank', ...context, ...size });
      const { targetId } = target;
      const session = await call('Target.attachToTarget', { targetId, flatten: true });
      const send = (method: string, parameters?: object) =>
        call(method, parameters, String(session.sessionId));
      return {
        send,
        async evaluate(expression) {
          const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
          return (result as Answer).value;
        },
        async close() {
          await call('Target.disposeBrowserContext', context);
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      await Promise.race([call('Browser.close'), ended]);
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Messages are JSON, each ended by a zero byte: written to the fourth channel, read from the fifth. */
function speak(browser: ChildProcess) {
  const [, , , input, output] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as Answer;
      const one = waiting.get(Number(id));
      waiting.delete(Number(id));
      if (error === undefined) one?.resolve((result ?? {}) as Answer);
      else one?.reject(new Error(JSON.stringify(error)));
    }
  });
  return (method: string, params: object = {}, sessionId?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
    });
}
