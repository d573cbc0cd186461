import { describe, expect, it } from 'vitest';
import { pageLanes } from './page-lanes.ts';

describe('requests of a page', () => {
  it('leave one of six connections to a plain http address free, and say so', () => {
    const lanes = pageLanes('http://localhost:11434/v1', 32);
    expect(lanes.concurrency).toBe(5);
    expect(lanes.note).toContain('6 connections');
  });

  it('are as many as the user chose where that is fewer', () => {
    expect(pageLanes('http://localhost:11434/v1', 3)).toEqual({ concurrency: 3 });
  });

  it('are not limited over https', () => {
    expect(pageLanes('https://api.example.org/v1', 32)).toEqual({ concurrency: 32 });
  });
});
