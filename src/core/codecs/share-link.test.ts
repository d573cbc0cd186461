import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDesign } from '#core/design/arbitrary-design.contract.ts';
import { createDesign } from '#core/design/defaults.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { encodeBase64Url } from './base64url.ts';
import { deflateRaw } from './deflate.ts';
import { decodeShareLink, encodeShareLink } from './share-link.ts';
import { hasSharePayload } from './share-payload.ts';

const base = 'https://rowsmith.example/app';
const tiny = createDesign({ name: 'Tiny' });
const tinyPayload =
  '1.PY47DoNADETvMvUW0O4xonRRCmdxFKPFRvshQoi7RxCgfE-jmVkwccpiCt86KA0Mj7voDIdXEn7DAw6iuaQaipjmv-mEIocCj160Jzhk5m5vSfbN8G3TOAzWcczwj6dDtpoCHxAs1kEvGGukEyjGy2-zJFoOMVESLjP8AppMuhsH1rJvrQ7hQ-lMWi1jLVvwbWmg_Wc2jVjXHw';

/** As links were written before designs had correlation matrices. */
const olderPayload =
  '1.PY47DsIwEETvMrWLpPUxEB2iWJxFbGTvIn-Coih3RwkJ5TyN3syCiXMRU_jeQSkxPK6iMxweWfgJDziIlppbqGJafmQQihwqPEbRkeBQmIfdku1T4Puuc0g2cCzwt7tDsZYDHyFYbEnPQDH--bZEovUAE2XhOsMvoMlkuHBgrbt-dQgvymfTWn23uhWflhPt14ppxLp-AQ';

async function problemOf(text: string): Promise<string | undefined> {
  const result = await decodeShareLink(text);
  return result.ok ? undefined : result.error[0]?.code;
}

async function linkOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return `#d=1.${encodeBase64Url(await deflateRaw(bytes))}`;
}

async function payloadOf(value: unknown): Promise<string> {
  return linkOf(new TextEncoder().encode(JSON.stringify(value)));
}

describe('encodeShareLink', () => {
  it('gives back the same design for any design', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDesign, async (design) => {
        const { link, characters, notices } = await encodeShareLink(design, base);
        expect(characters).toBe(link.length);
        expect(notices).toEqual([]);
        expect(await decodeShareLink(link)).toEqual({ ok: true, value: { design, notices: [] } });
      }),
      { numRuns: 60 },
    );
  });

  it('pins the bytes of a tiny design', async () => {
    const { link } = await encodeShareLink(tiny, `${base}#d=1.old`);
    expect(link).toBe(`${base}#d=${tinyPayload}`);
  });

  it('says when a design is too large for a link', async () => {
    const noise = Array.from({ length: 60_000 }, (_, index) => Math.sin(index).toString(36)).join(
      '',
    );
    const { notices } = await encodeShareLink(
      createDesign({ brief: noise.slice(0, 900_000) }),
      base,
    );
    expect(notices.map(({ code }) => code)).toEqual(['link-too-large']);
  });
});

describe('decodeShareLink', () => {
  it('reads a link that was written before designs had correlation matrices', async () => {
    expect(await decodeShareLink(olderPayload)).toEqual({
      ok: true,
      value: { design: tiny, notices: [] },
    });
  });

  it.each([
    `${base}#d=${tinyPayload}`,
    `#d=${tinyPayload}`,
    `d=${tinyPayload}`,
    tinyPayload,
    ` ${tinyPayload}\n`,
  ])('reads an address, a fragment and a bare payload: %#', async (text) => {
    expect(await decodeShareLink(text)).toEqual({ ok: true, value: { design: tiny, notices: [] } });
  });

  it('refuses a gigabyte of zeros by its length alone', async () => {
    expect(await problemOf(`#d=1.${'A'.repeat(1_300_000)}`)).toBe('link-too-large');
  });

  it('stops a bomb that fits into a link', async () => {
    const link = await linkOf(new Uint8Array(100_000_000));
    expect(link.length).toBeLessThan(200_000);
    expect(await problemOf(link)).toBe('link-too-large');
  });

  it('refuses a design just above a megabyte', async () => {
    expect(await problemOf(await payloadOf({ version: 1, brief: 'x'.repeat(1_000_000) }))).toBe(
      'link-too-large',
    );
  });

  it.each([
    ['cut short', tinyPayload.slice(0, -2)],
    ['cut in the middle', tinyPayload.slice(0, 80)],
    ['of another alphabet', tinyPayload.replace('5', '+')],
    ['padded', `${tinyPayload}==`],
    ['with a length no bytes give', `${tinyPayload}A`],
    ['without bytes', '1.'],
    ['with a percent sign', '1.%00'],
    ['without a version', 'd=hello'],
  ])('says that a link %s is incomplete', async (_, text) => {
    expect(await problemOf(`#d=${text.replace('d=', '')}`)).toBe('link-incomplete');
  });

  it('refuses bytes after the end of the data', async () => {
    const bytes = await deflateRaw(new TextEncoder().encode('{"version":1}'));
    const longer = new Uint8Array([...bytes, 1, 2, 3]);
    expect(await problemOf(`#d=1.${encodeBase64Url(bytes)}`)).toBeUndefined();
    expect(await problemOf(`#d=1.${encodeBase64Url(longer)}`)).toBe('link-incomplete');
  });

  it('refuses text that is no UTF-8, no JSON or no design', async () => {
    expect(await problemOf(await linkOf(new Uint8Array([0xff, 0xfe, 0xfd])))).toBe(
      'link-incomplete',
    );
    expect(await problemOf(await linkOf(new TextEncoder().encode('{"version":')))).toBe(
      'link-incomplete',
    );
    expect(await problemOf(await payloadOf('hello'))).toBe('not-a-design');
  });

  it('names a newer release, of the link or of the design', async () => {
    expect(await problemOf('#d=2.whatever')).toBe('version-newer');
    expect(await problemOf(await payloadOf({ version: 2 }))).toBe('version-newer');
  });

  it('opens the first of two designs and says so', async () => {
    const result = await decodeShareLink(`#d=${tinyPayload}&d=1.other`);
    expect(result).toMatchObject({ ok: true, value: { notices: [{ code: 'several-designs' }] } });
  });

  it.each([
    ['', 'link-empty'],
    ['https://rowsmith.example/', 'link-empty'],
    ['#d=', 'link-empty'],
    [`${base}?d=${tinyPayload}`, 'link-in-query'],
  ])('finds no design in %j', async (text, code) => {
    expect(await problemOf(text)).toBe(code);
  });

  it('never carries a key on', async () => {
    const key = 'sk-canary-4711';
    const payload = await payloadOf({
      version: 1,
      apiKey: key,
      headers: { authorization: key },
      models: [{ alias: 'writer', key, endpoint: `https://x:${key}@host.example` }],
    });
    const decoded = await decodeShareLink(payload);
    expect(JSON.stringify(decoded)).not.toContain(key);
    if (!decoded.ok) throw new Error('expected a design');
    const again = await encodeShareLink(decoded.value.design, base);
    expect(JSON.stringify(await decodeShareLink(again.link))).not.toContain(key);
  });

  it('never rejects on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.base64String(), async (text, payload) => {
        await decodeShareLink(text);
        await decodeShareLink(`#d=1.${payload.replaceAll('=', '')}`);
      }),
    );
  });

  it('gives what restoring the same document gives', async () => {
    const document = { version: 1, columns: [{ name: 'a', fill: 'uuid' }, 7] };
    expect(await decodeShareLink(await payloadOf(document))).toEqual(restoreDesign(document));
  });
});

describe('hasSharePayload', () => {
  it.each([
    ['#d=1.x', true],
    ['#view=rows&d=1.x', true],
    ['#', false],
    ['', false],
    ['#id=1', false],
  ])('of %j is %j', (hash, expected) => {
    expect(hasSharePayload(hash)).toBe(expected);
  });
});
