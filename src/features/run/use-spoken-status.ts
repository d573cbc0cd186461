import { useEffect, useRef, useState } from 'react';
import { isRunning, type RunStatus } from '#state/run-store.ts';

const spokenEveryMs = 5_000;

/** The status for screen readers: at once when the run begins or ends, every five seconds meanwhile. */
export function useSpokenStatus(text: string, status: RunStatus): string {
  const [spoken, setSpoken] = useState({ text, status });
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(() => {
    if (!isRunning(status)) return undefined;
    const timer = setInterval(() => {
      setSpoken({ text: newest.current, status });
    }, spokenEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [status]);
  if (!isRunning(status)) return text;
  if (spoken.status === status) return spoken.text;
  setSpoken({ text, status });
  return text;
}
