/** When a version was saved: the time for today, the day besides for anything older. */

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export function momentWords(savedAtMs: number, nowMs: number): string {
  const time = clock.format(savedAtMs);
  const date = day.format(savedAtMs);
  return date === day.format(nowMs) ? time : `${date}, ${time}`;
}
