import { describe, expect, it } from 'vitest';
import type { RequestFact } from '#core/engine/request-fact.ts';
import { createRequestLog } from './request-log.ts';

const asked: RequestFact = {
  kind: 'asked',
  callId: 'copy',
  rows: [0, 1],
  attempt: 1,
  alias: 'writer',
  provider: 'openai',
  model: 'm',
  parameters: {},
  messages: [{ role: 'user', content: 'Write.' }],
  schema: {},
};
const ended: RequestFact = { kind: 'ended', usage: { inputTokens: 3 }, durationMs: 20 };

describe('the log of requests', () => {
  it('gathers prompt, wire, answer, rows and end of one request', () => {
    const log = createRequestLog();
    log.note('a', asked);
    log.note('a', {
      kind: 'sent',
      request: { url: 'https://x.example/v1', method: 'POST', headers: {}, body: {} },
    });
    log.note('a', { kind: 'text', text: '{"rows"' });
    log.note('a', { kind: 'text', text: ':[]}' });
    log.note('a', { kind: 'row', row: 0, values: { title: 'A' }, reasons: [] });
    log.note('a', { kind: 'row', row: 1, values: { title: 'B' }, reasons: ['title: too short'] });
    log.note('a', ended);
    expect(log.detail('a')).toMatchObject({
      requestId: 'a',
      messages: [{ role: 'user', content: 'Write.' }],
      text: '{"rows":[]}',
      read: [
        { row: 0, values: { title: 'A' }, reasons: [] },
        { row: 1, values: { title: 'B' }, reasons: ['title: too short'] },
      ],
      usage: { inputTokens: 3 },
      durationMs: 20,
    });
    expect(log.detail('a')?.curl).toContain('https://x.example/v1');
  });

  it('keeps each request of an answer that takes several', () => {
    const log = createRequestLog();
    const sent = (path: string): RequestFact => ({
      kind: 'sent',
      request: { url: `https://x.example/${path}`, method: 'POST', headers: {}, body: {} },
    });
    const told = (content: string, text: string): readonly RequestFact[] => [
      { kind: 'part', messages: [{ role: 'user', content }] },
      sent(content),
      { kind: 'part-text', text: text.slice(0, 2) },
      { kind: 'part-text', text: text.slice(2) },
    ];
    for (const fact of [asked, ...told('write', 'A story.'), ...told('read', '{"who":"Ann"}')])
      log.note('a', fact);
    log.note('a', { kind: 'text', text: '{"rows":[]}' });
    const detail = log.detail('a');
    expect(detail?.text).toBe('{"rows":[]}');
    expect(detail?.curl).toBeUndefined();
    expect(detail?.parts.map(({ messages, text }) => [messages[0]?.content, text])).toEqual([
      ['write', 'A story.'],
      ['read', '{"who":"Ann"}'],
    ]);
    expect(detail?.parts.map(({ curl = '' }) => /example\/(\w+)/.exec(curl)?.[1])).toEqual([
      'write',
      'read',
    ]);
  });

  it('forgets the oldest, but failures last', () => {
    const log = createRequestLog();
    const error = { name: 'ProviderError', message: 'Overloaded.' };
    log.note('bad', asked);
    log.note('bad', { ...ended, error });
    for (let index = 0; index < 300; index += 1) {
      log.note(`good ${index}`, asked);
      log.note(`good ${index}`, ended);
    }
    expect(log.detail('good 0')).toBeUndefined();
    expect(log.detail('good 299')).toBeDefined();
    expect(log.detail('bad')?.error).toEqual(error);
  });

  it('says when an answer was too long to keep whole', () => {
    const log = createRequestLog();
    log.note('a', asked);
    log.note('a', { kind: 'text', text: 'x'.repeat(300_000) });
    expect(log.detail('a')?.isTextCut).toBe(true);
    expect(log.detail('a')?.text).toHaveLength(200_000);
  });

  it('ignores what belongs to no request it knows', () => {
    const log = createRequestLog();
    log.note('unknown', ended);
    expect(log.detail('unknown')).toBeUndefined();
  });
});
