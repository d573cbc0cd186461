import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from './language-model.ts';
import { curlOf } from './curl.ts';

const request: HttpRequest = {
  url: 'https://models.example.com/v1/chat/completions',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: { model: 'm', messages: [{ role: 'user', content: 'it\'s $(touch no) `no` \\ "ok"' }] },
  credential: { header: 'Authorization', prefix: 'Bearer ' },
};

/** The words a shell makes of a command, `curl` itself replaced by a printer of its arguments. */
function argumentsOf(command: string): readonly string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  const text = execFileSync('sh', ['-c', script], {
    env: { ...process.env, API_KEY: 'from-the-environment' },
    encoding: 'utf8',
  });
  return text.split('\0').slice(0, -1);
}

describe('curlOf', () => {
  it('names the key by its variable only', () => {
    expect(curlOf(request)).toContain(`-H 'Authorization: Bearer '"$API_KEY"`);
  });

  it('gives a shell exactly the address, the headers and the body', () => {
    const words = argumentsOf(curlOf(request));
    expect(words.slice(0, 5)).toEqual([
      request.url,
      '-H',
      'content-type: application/json',
      '-H',
      'Authorization: Bearer from-the-environment',
    ]);
    expect(JSON.parse(words[6] ?? '')).toEqual(request.body);
  });

  it('has no header for a key where none is needed', () => {
    const { credential: _none, ...open } = request;
    expect(curlOf(open)).not.toContain('API_KEY');
  });
});
