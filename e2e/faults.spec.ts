import type { Page } from '@playwright/test';
import { ModelSettings } from './pages/model-settings.ts';
import type { Workbench } from './pages/workbench.ts';
import { hashOf, shopDesign, type ShopOptions } from './support/designs.ts';
import { answerRows } from './support/answer-rows.ts';
import { ScriptedProvider, type Behaviour } from './support/scripted-provider.ts';
import { expect, test } from './support/test.ts';

// The browser itself reports what these tests provoke: refused requests and blocked answers.
test.use({
  expectedErrors: [/Failed to load resource/, /blocked by CORS policy/, /net::ERR_/],
});

const answer: Behaviour = { kind: 'answer' };
const key = 'sk-first-key-0123456789';

interface Setting {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly provider: ScriptedProvider;
}

/** A design of 30 rows, connected; requests go one after the other, for ten rows each. */
async function connect(setting: Setting, options: ShopOptions = {}): Promise<void> {
  const { workbench, page, provider } = setting;
  await workbench.openLink(await hashOf(shopDesign({ rows: 30, ...options })));
  await new ModelSettings(page).connect({ baseUrl: provider.baseUrl, key, concurrency: 1 });
}

/** The first request is answered, all others meet the fault. */
function failAfterTen(provider: ScriptedProvider, fault: Behaviour): void {
  provider.follow((_, index) => (index === 0 ? answer : fault));
}

test('401: says so, keeps the rows, takes a new key in place and goes on', async ({
  workbench,
  page,
  provider,
}) => {
  await connect({ workbench, page, provider });
  failAfterTen(provider, { kind: 'status', status: 401, message: `Incorrect API key: ${key}` });
  await workbench.button('Generate').click();
  await expect(workbench.runStatus).toContainText('does not accept the API key (401)');
  await workbench.expectFinished(10, 30);
  await expect(page.getByText(key)).toBeHidden();

  const card = page.getByRole('group', { name: /refused the key$/ });
  await expect(card).toContainText('10 of 30 rows are kept.');
  await card.getByRole('button', { name: 'Hide this card' }).click();
  await expect(workbench.button('What to do')).toBeVisible();
  // Where the bar is narrow, the reason itself leads there, and everything stays in one line.
  await page.setViewportSize({ width: 1024, height: 768 });
  const reason = await workbench.button('Provider refused the key').boundingBox();
  const resume = await workbench.button('Resume').boundingBox();
  const middle = (box: typeof reason) => (box === null ? NaN : box.y + box.height / 2);
  expect(Math.abs(middle(reason) - middle(resume))).toBeLessThan(4);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await workbench.button('What to do').click();
  await card.getByRole('button', { name: 'Enter another key' }).click();
  const settings = new ModelSettings(page);
  await expect(settings.key).toBeVisible();
  provider.behave(answer);
  await settings.key.fill('sk-second-key-0123456789');
  await settings.save();
  await workbench.expectFinished(30, 30);
  await expect(card).toBeHidden();
  expect(provider.asked.at(-1)?.headers.authorization).toBe('Bearer sk-second-key-0123456789');
});

test('404: names the model and the list, keeps the rows', async ({ workbench, page, provider }) => {
  await connect({ workbench, page, provider });
  failAfterTen(provider, {
    kind: 'status',
    status: 404,
    message: 'The model `stand-in-small` does not exist',
  });
  await workbench.button('Generate').click();
  await expect(workbench.runStatus).toContainText(
    'does not know the model “stand-in-small” (404). Choose a model from its list.',
  );
  await workbench.expectFinished(10, 30);
  await expect(workbench.button('Resume')).toBeVisible();
});

test('429: waits as told, says so and completes', async ({ workbench, page, provider }) => {
  await connect({ workbench, page, provider });
  const wait: Behaviour = {
    kind: 'status',
    status: 429,
    message: 'Rate limit reached.',
    headers: { 'retry-after': '2' },
  };
  provider.follow((_, index) => (index === 1 ? wait : answer));
  await workbench.button('Generate').click();
  await expect(
    workbench.data.getByText(/asks to send fewer requests \(429\)\. Goes on in/),
  ).toBeVisible();
  await workbench.expectFinished(30, 30);
  expect(provider.asked).toHaveLength(4);
});

test('500: tries again and completes', async ({ workbench, page, provider }) => {
  await connect({ workbench, page, provider });
  const broken: Behaviour = { kind: 'status', status: 500, message: 'Internal error' };
  provider.follow((_, index) => (index === 1 ? broken : answer));
  await workbench.button('Generate').click();
  await workbench.expectFinished(30, 30);
  await workbench.showTab('Requests');
  const words = page.getByText(/has a problem of its own \(500\)/);
  await expect(words).toBeVisible();
  // However long the reason is, it leaves the figures beside it alone.
  await page.setViewportSize({ width: 1200, height: 800 });
  const cell = workbench.data.getByRole('cell').filter({ has: words });
  const [inner, outer] = [await words.boundingBox(), await cell.boundingBox()];
  const rightOf = (box: typeof inner) => (box === null ? NaN : box.x + box.width);
  expect(rightOf(inner)).toBeLessThanOrEqual(rightOf(outer));
});

test('a dropped stream keeps its whole rows and only the rest is asked for again', async ({
  workbench,
  page,
  provider,
}) => {
  await connect({ workbench, page, provider }, { rows: 10 });
  provider.follow((_, index) => (index === 0 ? { kind: 'cut', afterRows: 3 } : answer));
  await workbench.button('Generate').click();
  await expect(page.getByRole('progressbar', { name: 'Run progress' })).toHaveAttribute(
    'aria-valuenow',
    '3',
  );
  provider.release();
  await workbench.expectFinished(10, 10);
  expect(provider.asked.map(({ rows }) => rows)).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [4, 5, 6, 7, 8, 9, 10],
  ]);
});

test('a web page instead of an answer is called one, and the rows stay', async ({
  workbench,
  page,
  provider,
}) => {
  await connect({ workbench, page, provider });
  failAfterTen(provider, { kind: 'web-page' });
  await workbench.button('Generate').click();
  await expect(workbench.runStatus).toContainText(/web page/, { timeout: 15_000 });
  await workbench.expectFinished(10, 30);
});

test('an address that pages may not read is told from one where nothing answers', async ({
  workbench,
  page,
  provider,
}) => {
  provider.allowsPages = false;
  await workbench.openLink(await hashOf(shopDesign()));
  const settings = new ModelSettings(page);
  await settings.open();
  await settings.fill({ baseUrl: provider.baseUrl });
  await settings.test();
  await expect(settings.testResult).toContainText('The test failed');
  await expect(settings.testResult).toContainText(
    `${provider.host} answers, but does not let this page call it (CORS)`,
  );
});

test('a provider out of reach for a while is tried again, says why, and the run completes', async ({
  workbench,
  page,
  provider,
}) => {
  await connect({ workbench, page, provider });
  provider.follow((_, index) => {
    if (index === 0) provider.allowsPages = false;
    return answer;
  });
  await workbench.button('Generate').click();
  await expect(workbench.data.getByText(/No answer from/).last()).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Run progress' })).toHaveAttribute(
    'aria-valuetext',
    '10 of 30 rows',
  );
  provider.allowsPages = true;
  await workbench.expectFinished(30, 30);
});

test('a redirect is refused and the key reaches nobody', async ({ workbench, page, provider }) => {
  const stranger = await ScriptedProvider.start();
  try {
    await connect({ workbench, page, provider });
    failAfterTen(provider, { kind: 'redirect', to: `${stranger.baseUrl}/chat/completions` });
    await workbench.button('Generate').click();
    await expect(workbench.data.getByText(/it redirects to another address/).last()).toBeVisible();
    await workbench.button('Stop').click();
    await workbench.expectFinished(10, 30);
    expect(provider.asked.length).toBeGreaterThan(1);
    expect(stranger.ledger).toEqual([]);
  } finally {
    await stranger.stop();
  }
});

test('a model that never obeys is stopped by the guard, with the reason', async ({
  workbench,
  page,
  provider,
}) => {
  const constraints = [
    {
      kind: 'length',
      id: 'short',
      severity: 'must',
      inPrompt: true,
      chart: false,
      column: 'description',
      unit: 'words',
      low: 100,
      high: 200,
    },
  ];
  await connect({ workbench, page, provider }, { rows: 200, constraints });
  provider.behave({ kind: 'rows', rows: answerRows });
  await workbench.button('Generate').click();
  await expect(workbench.runStatus).toContainText(/words/, { timeout: 15_000 });
  await expect(workbench.runStatus).toContainText('0 of 200 rows');
  await expect(workbench.runStatus).toContainText('Loosen the rule');
  expect(provider.asked.length).toBeLessThan(10);
});
