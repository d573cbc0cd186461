import { expect, it, vi } from 'vitest';
import { keepFirstEvents } from './early-worker.ts';

class SilentWorker extends EventTarget {
  postMessage = vi.fn();
  terminate = vi.fn();
}

function says(text: string): MessageEvent<unknown> {
  return new MessageEvent('message', { data: text });
}

it('hands what a worker has said to the first listener, after the script that adds it', async () => {
  const worker = new SilentWorker();
  const handle = keepFirstEvents(worker);
  worker.dispatchEvent(says('hello'));
  const heard: unknown[] = [];
  handle.addEventListener('message', (event: MessageEvent<unknown>) => heard.push(event.data));
  expect(heard).toEqual([]);
  await Promise.resolve();
  worker.dispatchEvent(says('rows'));
  expect(heard).toEqual(['hello', 'rows']);
});

it('keeps the news that a worker could not be loaded', async () => {
  const worker = new SilentWorker();
  const handle = keepFirstEvents(worker);
  worker.dispatchEvent(new Event('error'));
  const failed = vi.fn();
  handle.addEventListener('message', failed);
  await Promise.resolve();
  expect(failed).not.toHaveBeenCalled();
  handle.addEventListener('error', failed);
  await Promise.resolve();
  expect(failed).toHaveBeenCalledOnce();
});

it('passes on what is posted, and its end', () => {
  const worker = new SilentWorker();
  const handle = keepFirstEvents(worker);
  handle.postMessage('open', { transfer: [] });
  handle.terminate();
  expect(worker.postMessage).toHaveBeenCalledWith('open', { transfer: [] });
  expect(worker.terminate).toHaveBeenCalledOnce();
});
