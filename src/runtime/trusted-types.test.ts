import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownScript } from './trusted-types.ts';

describe('ownScript', () => {
  beforeEach(() => {
    vi.stubGlobal('location', new URL('https://rows.example/app/'));
    vi.stubEnv('DEV', false);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  it('lets built scripts of this origin pass', () => {
    expect(ownScript('/app/assets/engine.worker-1a2b.js')).toBe(
      'https://rows.example/app/assets/engine.worker-1a2b.js',
    );
  });

  it.for([
    'https://evil.example/assets/engine.worker-1a2b.js',
    'blob:https://rows.example/6f9f',
    'data:text/javascript,1',
    '/app/upload.js',
  ])('refuses %s', (address) => {
    expect(() => ownScript(address)).toThrow('Refused to load a script');
  });
});
