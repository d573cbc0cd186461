// Time on the processor of this thread: other work on the machine would count in the time of the clock.
import { existsSync, readFileSync } from 'node:fs';

const path = '/proc/thread-self/schedstat';
const isTold = existsSync(path);

/** Milliseconds. Only Linux tells a thread's own time; elsewhere it is that of the process, its collector included. */
export function threadMs(): number {
  // Linux brings the thread's own count up to date when it is asked for that of the process, and else every 4 ms.
  const { user, system } = process.cpuUsage();
  if (isTold) return Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6;
  return (user + system) / 1_000;
}
