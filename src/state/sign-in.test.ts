import { describe, expect, it, vi } from 'vitest';
import type { ModelDraft } from './model-draft.ts';
import { createSignIn } from './sign-in.ts';
import { createTestWorkbench } from './testing/test-workbench.ts';
import { smallDesign } from './testing/small-design.ts';
import type { TabHost, WorkbenchContext } from './workbench-context.ts';

const draft: ModelDraft = {
  alias: 'writer',
  provider: 'openrouter',
  baseUrl: 'https://openrouter.ai/api/v1',
  model: 'maker/model-1',
  concurrency: 3,
  key: 'sk-typed-0123456789',
  delivery: 'json',
  parametersText: '{"seed": 7}',
};

/** One tab: its storage and its address stay while the page is left and loaded again. */
function createTab() {
  const stored = new Map<string, string>();
  const left: string[] = [];
  let query = '';
  const tab: TabHost = {
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: (name) => void stored.delete(name),
    },
    query: () => query,
    clearQuery: () => {
      query = '';
    },
    leaveFor: (address) => void left.push(address),
  };
  const exchange = vi.fn(() => Promise.resolve<string | undefined>(undefined));
  const load = (search = '') => {
    query = search;
    const workbench = createTestWorkbench(smallDesign());
    const context = {
      stores: workbench.stores,
      workers: { engine: { signIn: exchange } },
      host: { ...workbench.host, createId: () => 'nonce-1', tab },
    } as unknown as WorkbenchContext;
    const flush = vi.fn(() => Promise.resolve());
    const signIn = createSignIn(context, flush);
    return { signIn, flush, view: () => workbench.stores.view.getState() };
  };
  return { load, left, stored, exchange, query: () => query };
}

async function leave(tab: ReturnType<typeof createTab>): Promise<URL> {
  const { signIn } = tab.load();
  await signIn.begin(draft);
  return new URL(tab.left[0] ?? '');
}

describe('signing in', () => {
  it('leaves for the provider with a challenge, after the design was saved', async () => {
    const tab = createTab();
    const { signIn, flush } = tab.load();
    await signIn.begin(draft);
    const address = new URL(tab.left[0] ?? '');
    expect(address.origin + address.pathname).toBe('https://openrouter.ai/auth');
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(address.searchParams.get('callback_url')).toBe('https://rowsmith.test/?sign-in=nonce-1');
    expect(flush).toHaveBeenCalledOnce();
  });

  it('keeps the verifier in this tab, out of the address, and no key anywhere', async () => {
    const tab = createTab();
    const address = await leave(tab);
    const [text = ''] = tab.stored.values();
    const { verifier } = JSON.parse(text) as { verifier: string };
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(address.href).not.toContain(verifier);
    expect(text).not.toContain('sk-typed');
  });

  it('changes the code for a key in the engine and shows what had been typed', async () => {
    const tab = createTab();
    await leave(tab);
    const { signIn, view } = tab.load('?sign-in=nonce-1&code=one-time');
    expect(tab.query()).toBe('');
    await signIn.finish();
    expect(tab.exchange).toHaveBeenCalledWith({
      provider: 'openrouter',
      code: 'one-time',
      verifier: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(view().dialog).toMatchObject({
      kind: 'models',
      alias: 'writer',
      isGoodNews: true,
      draft: { ...draft, key: '' },
    });
    expect(tab.stored.size).toBe(0);
  });

  it('takes a code once only', async () => {
    const tab = createTab();
    await leave(tab);
    await tab.load('?sign-in=nonce-1&code=one-time').signIn.finish();
    await tab.load('?sign-in=nonce-1&code=one-time').signIn.finish();
    expect(tab.exchange).toHaveBeenCalledOnce();
  });

  it.each(['?sign-in=forged&code=stolen', '?sign-in=&code=stolen'])(
    'refuses a code that this tab did not ask for: %s',
    async (query) => {
      const tab = createTab();
      await leave(tab);
      const { signIn, view } = tab.load(query);
      await signIn.finish();
      expect(tab.exchange).not.toHaveBeenCalled();
      expect(view().toasts[0]?.text).toContain('another tab');
    },
  );

  it('says that it was not finished when the user comes back without a code', async () => {
    const tab = createTab();
    await leave(tab);
    const { signIn, view } = tab.load('?sign-in=nonce-1&error=access_denied');
    await signIn.finish();
    expect(tab.exchange).not.toHaveBeenCalled();
    expect(view().dialog?.reason).toContain('not finished');
  });

  it('leaves an ordinary address alone', async () => {
    const tab = createTab();
    const { signIn } = tab.load('?utm=1&code=x');
    await signIn.finish();
    expect(tab.query()).toBe('?utm=1&code=x');
    expect(tab.exchange).not.toHaveBeenCalled();
  });
});
