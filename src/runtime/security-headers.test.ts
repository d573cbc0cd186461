import { describe, expect, it } from 'vitest';
import {
  commonHeaders,
  headersFile,
  headersFor,
  metaContentSecurityPolicy,
} from './security-headers.ts';

function policyOf(path: string): string {
  return headersFor(path)['Content-Security-Policy'] ?? '';
}

function directive(policy: string, name: string): string | undefined {
  return policy.split('; ').find((part) => part.startsWith(`${name} `));
}

const onlySelf = "connect-src 'self'";

describe('headersFor', () => {
  it.each(['/', '/index.html', '/favicon.svg', '/assets/index-1a.css'])(
    'lets the page at %s connect to its own origin only',
    (path) => {
      expect(directive(policyOf(path), 'connect-src')).toBe(onlySelf);
    },
  );

  it('lets the engine worker reach https and loopback hosts', () => {
    expect(directive(policyOf('/assets/engine.worker-D1x_-9.js'), 'connect-src')).toBe(
      "connect-src 'self' https: http://localhost:* http://127.0.0.1:* http://[::1]:*",
    );
  });

  it.each([
    '/assets/evaluator.worker-1a.js',
    '/assets/json.worker-1a.js',
    '/assets/index-1a.js',
    '/assets/not-engine.worker-1a.js',
    '/assets/deeper/engine.worker-1a.js',
    '/engine.worker-1a.js',
  ])('keeps the worker at %s at home', (path) => {
    expect(directive(policyOf(path), 'connect-src')).toBe(onlySelf);
  });

  it('never allows evaluation of text or scripts from elsewhere', () => {
    const policies = ['/', '/assets/engine.worker-1.js', '/assets/a-1.js'].map(policyOf);
    expect(policies.map((policy) => directive(policy, 'script-src'))).toEqual(
      Array(3).fill("script-src 'self'"),
    );
  });

  it('demands trusted types of the page', () => {
    expect(directive(policyOf('/'), 'require-trusted-types-for')).toBeDefined();
    expect(directive(policyOf('/'), 'trusted-types')).toMatch(
      /^trusted-types default standaloneColorizer .* 'allow-duplicates'$/,
    );
  });

  it('adds the common headers to every response', () => {
    expect(headersFor('/assets/engine.worker-1.js')).toMatchObject(commonHeaders);
    expect(headersFor('/fonts/x.woff2')).toMatchObject(commonHeaders);
  });
});

describe('metaContentSecurityPolicy', () => {
  it('is the page policy without frame-ancestors', () => {
    expect(directive(policyOf('/'), 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(metaContentSecurityPolicy).toBe(policyOf('/').replace(" frame-ancestors 'none';", ''));
  });
});

describe('headersFile', () => {
  const text = headersFile([
    '/assets/evaluator.worker-2.js',
    '/assets/index-3.js',
    '/assets/engine.worker-1.js',
  ]);

  it('gives no path two content security policies', () => {
    const paths = text.split('\n').filter((line) => line.startsWith('/'));
    const policies = text.match(/Content-Security-Policy/g);
    expect(paths).toEqual([
      '/*',
      '/',
      '/index.html',
      '/assets/engine.worker-1.js',
      '/assets/evaluator.worker-2.js',
    ]);
    expect(policies).toHaveLength(paths.length - 1);
    expect(text.split('\n/\n')[0]).not.toContain('Content-Security-Policy');
  });

  it('gives the engine worker the policy of the table', () => {
    expect(text).toContain(
      `/assets/engine.worker-1.js\n  Content-Security-Policy: ${policyOf('/assets/engine.worker-1.js')}\n`,
    );
  });
});
