/** Moments in the notation of C and Python: a subset of strftime in English, always UTC. */

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const dayMs = 86_400_000;

type Part = (date: Date) => string;

const two = (value: number): string => String(value).padStart(2, '0');
const hour12 = (date: Date): number => ((date.getUTCHours() + 11) % 12) + 1;
const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs) + 1;

const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['Y', (date) => String(date.getUTCFullYear()).padStart(4, '0')],
  ['y', (date) => two(date.getUTCFullYear() % 100)],
  ['m', (date) => two(date.getUTCMonth() + 1)],
  ['d', (date) => two(date.getUTCDate())],
  ['e', (date) => String(date.getUTCDate()).padStart(2)],
  ['H', (date) => two(date.getUTCHours())],
  ['I', (date) => two(hour12(date))],
  ['M', (date) => two(date.getUTCMinutes())],
  ['S', (date) => two(date.getUTCSeconds())],
  ['f', (date) => `${String(date.getUTCMilliseconds()).padStart(3, '0')}000`],
  ['j', (date) => String(dayOfYear(date)).padStart(3, '0')],
  ['p', (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['A', (date) => days[date.getUTCDay()] ?? ''],
  ['a', (date) => (days[date.getUTCDay()] ?? '').slice(0, 3)],
  ['B', (date) => months[date.getUTCMonth()] ?? ''],
  ['b', (date) => (months[date.getUTCMonth()] ?? '').slice(0, 3)],
  ['w', (date) => String(date.getUTCDay())],
  ['F', (date) => date.toISOString().slice(0, 10)],
  ['T', (date) => date.toISOString().slice(11, 19)],
  ['s', (date) => String(Math.floor(date.getTime() / 1000))],
  ['%', () => '%'],
]);

const directive = /%(-?)(.?)/gs;

/** The first directive that is not known, such as `%Q`; undefined when all are. A lone % at the end counts. */
export function unknownDirective(format: string): string | undefined {
  for (const [whole, , key = ''] of format.matchAll(directive)) if (!parts.has(key)) return whole;
  return undefined;
}

/** `timeMs` in [0001, 9999]; `%-d` drops the leading zero; unknown directives stay as they are. */
export function formatTime(timeMs: number, format: string): string {
  const date = new Date(timeMs);
  return format.replace(directive, (whole, dash: string, key: string) => {
    const text = parts.get(key)?.(date);
    if (text === undefined) return whole;
    return dash === '' ? text : text.replace(/^[0 ]+(?=\d)/, '');
  });
}
