// Providers that speak other protocols than OpenAI chat, and the sign-in that needs no typed key.
import { LLMock } from '@copilotkit/aimock';
import type { BrowserContext, Route } from '@playwright/test';
import { ModelSettings } from './pages/model-settings.ts';
import { askedRows, type ChatBody } from './support/answer-rows.ts';
import { hashOf, shopDesign } from './support/designs.ts';
import { stopServer } from './support/stand-in.ts';
import { readStorage } from './support/storage.ts';
import { expect, test } from './support/test.ts';

// The errors that the browser itself reports for refused and blocked answers.
test.describe.configure({ timeout: 90_000 });
test.use({ expectedErrors: [/Failed to load resource/, /blocked by CORS policy/, /net::ERR_/] });

const key = 'sk-stand-in-0123456789';

/** A server that other people wrote; it answers each protocol in its own words. */
async function startServer(): Promise<LLMock> {
  const server = new LLMock({ port: 0, chunkSize: 16 });
  server.onMessage(/Row/, (request) => ({
    content: JSON.stringify({
      rows: askedRows(request as unknown as ChatBody).map((row) => ({
        row,
        title: `Lamp ${row}`,
        description: `A lamp of the number ${row}.`,
      })),
    }),
    usage: { input_tokens: 120, output_tokens: 80 },
  }));
  await server.start();
  return server;
}

const protocols = [
  { provider: 'Anthropic', path: '/v1', asked: '/v1/messages' },
  {
    provider: 'Google Gemini',
    path: '/v1beta',
    asked: ':streamGenerateContent',
  },
  { provider: 'OpenAI Responses', path: '/v1', asked: '/v1/responses' },
] as const;

for (const { provider, path, asked } of protocols)
  test(`${provider}: tested, then a run in its own protocol`, async ({
    workbench,
    page,
    context,
  }) => {
    const server = await startServer();
    try {
      await workbench.openLink(await hashOf(shopDesign({ rows: 20 })));
      const settings = new ModelSettings(page);
      await settings.open();
      await settings.fill({ provider, baseUrl: `${server.url}${path}`, key, model: 'model-1' });
      await settings.test();
      await expect(settings.testResult).toContainText('Ready for the run');
      await settings.save();
      await workbench.button('Generate').click();
      await workbench.expectFinished(20, 20);
      const paths = server.getRequests().map((request) => request.path);
      expect(paths.every((one) => one.includes(asked))).toBe(true);
      await expect(workbench.grid).toContainText('Lamp 1');
    } finally {
      await stopServer(server, context);
    }
  });

interface Ledger {
  readonly exchanged: unknown[];
  readonly keys: (string | undefined)[];
}

/** OpenRouter as far as a sign-in sees it: a page that sends the user back, an exchange, a list of models. */
async function standInForOpenRouter(context: BrowserContext): Promise<Ledger> {
  const ledger: Ledger = { exchanged: [], keys: [] };
  const answer = (route: Route, body: unknown) =>
    route.fulfill({
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization, content-type',
      },
      contentType: 'application/json',
      body: JSON.stringify(body),
    });
  await context.route('https://openrouter.ai/**', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.pathname === '/auth') {
      const back = new URL(url.searchParams.get('callback_url') ?? '');
      back.searchParams.set('code', 'one-time-code');
      await route.fulfill({
        contentType: 'text/html',
        body: `<meta http-equiv="refresh" content="0;url=${back.href.replaceAll('&', '&amp;')}">`,
      });
    } else if (url.pathname === '/api/v1/auth/keys') {
      if (request.method() === 'POST') ledger.exchanged.push(request.postDataJSON());
      await answer(route, { key });
    } else {
      ledger.keys.push((await request.headerValue('authorization')) ?? undefined);
      await answer(route, { data: [{ id: 'maker/model-1' }] });
    }
  });
  return ledger;
}

test('OpenRouter: signed in, back with what was typed, the key in the vault and nowhere else', async ({
  workbench,
  page,
  context,
}) => {
  const ledger = await standInForOpenRouter(context);
  await workbench.openLink(await hashOf(shopDesign()));
  const settings = new ModelSettings(page);
  await settings.open();
  await settings.chooseProvider('OpenRouter');
  await settings.model.fill('maker/model-1');
  await settings.model.press('Tab');
  await settings.concurrency.fill('3');
  await page.getByRole('button', { name: 'Sign in with OpenRouter' }).click();

  await expect(settings.dialog).toContainText('Signed in to OpenRouter', { timeout: 20_000 });
  await expect(settings.provider).toContainText('OpenRouter');
  await expect(settings.model).toHaveValue('maker/model-1');
  await expect(settings.concurrency).toHaveValue('3');
  await expect(settings.key).toHaveAttribute('placeholder', 'A key is kept for this address');
  expect(new URL(page.url()).search).toBe('');
  expect(ledger.exchanged).toHaveLength(1);
  expect(ledger.exchanged[0]).toMatchObject({
    code: 'one-time-code',
    code_challenge_method: 'S256',
    code_verifier: expect.stringMatching(/^[\w-]{43}$/),
  });

  await settings.model.click();
  await expect(page.getByRole('option', { name: 'maker/model-1' })).toBeVisible();
  // Asked once before there was a key, and now with it.
  expect(ledger.keys.at(-1)).toBe(`Bearer ${key}`);
  expect(await readStorage(page)).not.toContain(key);
});

test('a code that was asked for in another tab ends no sign-in here', async ({
  workbench,
  page,
  context,
}) => {
  const ledger = await standInForOpenRouter(context);
  await page.goto('/?sign-in=forged&code=stolen');
  await expect(workbench.notices).toContainText('begun in another tab', {
    timeout: 20_000,
  });
  expect(new URL(page.url()).search).toBe('');
  expect(ledger.exchanged).toEqual([]);
});

test('a wrong address, a server without consent and a missing server are told apart', async ({
  workbench,
  page,
  provider,
}) => {
  await workbench.openLink(await hashOf(shopDesign()));
  const settings = new ModelSettings(page);
  await settings.open();
  provider.allowsPages = false;
  await settings.fill({ provider: 'Ollama', baseUrl: provider.baseUrl, model: 'm' });
  await settings.test();
  await expect(settings.testResult).toContainText('does not let this page call it (CORS)');
  await expect(settings.testResult).toContainText(`OLLAMA_ORIGINS=${new URL(page.url()).origin}`);

  await settings.baseUrl.fill('http://127.0.0.1:9/v1');
  await settings.test();
  await expect(settings.testResult).toContainText('Nothing answers at 127.0.0.1:9');
});
