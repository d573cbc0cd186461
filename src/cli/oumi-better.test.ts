import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const { model, messages } = JSON.parse(body) as {
        model: string;
        messages: { content: string }[];
      };
      const prompt = messages.at(-1)?.content ?? '';
      this.seen.push({ model, prompt });
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
  return { code, errors: host.errors() };
}

describe('beyond the original', () => {
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
