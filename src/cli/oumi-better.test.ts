import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOutCommandLine } from './command-line.ts';
import { createTestHost } from './testing/test-host.ts';

const config = `num_samples: 4
strategy_params:
  input_examples: [{examples: [{town: Bonn}, {town: Ulm}, {town: Kiel}, {town: Jena}]}]
  sampled_attributes:
    - id: mood
      name: Mood
      description: How it sounds
      possible_values:
        - {id: calm, name: Calm, description: Nothing hurries}
        - {id: brisk, name: Brisk, description: Short and quick}
  generated_attributes:
    - {id: note, instruction_messages: [{role: USER, content: "A note about {town}."}]}
    - {id: title, instruction_messages: [{role: USER, content: "A title for {town}."}]}
inference_config: {engine: OPENAI, model: {model_name: m}, generation: {temperature: 1.0}, remote_params: {num_workers: 4}}
`;

interface Seen {
  readonly model: string;
  readonly prompt: string;
}

/** Answers with the prompt itself. */
class EchoServer {
  readonly seen: Seen[] = [];
  /** A prompt that holds this is refused with 401; empty refuses none. */
  refused = '';
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const { model, messages } = JSON.parse(body) as {
        model: string;
        messages: { content: string }[];
      };
      const prompt = messages.at(-1)?.content ?? '';
      this.seen.push({ model, prompt });
      if (this.refused !== '' && prompt.includes(this.refused)) {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end('{"error":{"message":"Not you."}}');
        return;
      }
      const choice = {
        index: 0,
        delta: { content: `${prompt} (${model})` },
        finish_reason: 'stop',
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`data: ${JSON.stringify({ id: 'x', choices: [choice] })}\n\ndata: [DONE]\n\n`);
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let folder: string;
let echo: EchoServer;
let baseUrl: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowsmith-'));
  echo = new EchoServer();
  baseUrl = await echo.open();
});
afterEach(async () => {
  await echo.close();
  await rm(folder, { recursive: true });
});

async function run(content: string, ...more: readonly string[]) {
  const file = join(folder, 'c_synth.yaml');
  const out = join(folder, 'rows.jsonl');
  await writeFile(file, content);
  const host = createTestHost();
  const code = await carryOutCommandLine(
    ['run', file, '--out', out, '--base-url', baseUrl, ...more],
    host,
  );
  const rows = (await readFile(out, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return { code, rows, errors: host.errors() };
}

describe('beyond the original', () => {
  it('what was written is kept when the provider gives up, and nothing is paid for twice', async () => {
    const refused = 'A title for Kiel.';
    echo.refused = refused;
    const broken = await run(config, '--model', 'm', '--concurrency', '1');
    expect(broken.code).toBe(1);
    const paid = echo.seen.map(({ prompt }) => prompt).filter((prompt) => prompt !== refused);
    expect(paid.length).toBeGreaterThan(0);
    const before = echo.seen.length;
    echo.refused = '';
    const whole = await run(config, '--model', 'm', '--concurrency', '1', '--resume');
    expect({ code: whole.code, errors: whole.errors }).toMatchObject({ code: 0 });
    expect(whole.rows).toHaveLength(4);
    const again = echo.seen.slice(before).map(({ prompt }) => prompt);
    expect(again).toContain(refused);
    expect(again.filter((prompt) => paid.includes(prompt))).toEqual([]);
  });

  it('a placeholder that nobody fills costs no call at all', async () => {
    const wrong = config.replace('A title for {town}', 'A title for {city}');
    const { code, errors } = await run(wrong, '--model', 'm');
    expect(code).toBe(1);
    expect(errors).toContain('city');
    expect(echo.seen).toEqual([]);
  });

  it('each attribute may have a model of its own, told in a comment that Oumi does not mind', async () => {
    const models = ['writer', 'second'].map((alias) => ({
      alias,
      provider: 'openai-compatible',
      model: `model of ${alias}`,
    }));
    const extras = JSON.stringify({ models, callModels: { title: 'second' } });
    const { code } = await run(`# rowsmith: ${extras}\n${config}`);
    expect(code).toBe(0);
    const asked = new Set(
      echo.seen.map(({ model, prompt }) => `${prompt.split(' ')[1] ?? ''}: ${model}`),
    );
    expect(asked).toEqual(new Set(['note: model of writer', 'title: model of second']));
  });

  it('a cap ends a run with every row it has paid for', async () => {
    const { code, errors } = await run(config, '--model', 'm', '--max-tokens', '1');
    expect({ code, errors }).toMatchObject({ code: 1, errors: expect.stringContaining('cap') });
  });
});
