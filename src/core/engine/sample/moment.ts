/** Moments as whole milliseconds of UTC and as ISO text; strict, because the parser of the platform reads local time. */

const pattern =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 text: a month, a date, or a date and time. Without a zone it is
 * UTC. Undefined for anything else, dates that do not exist included.
 */
export function parseMoment(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const part = (index: number, otherwise = 0): number => Number(match[index] ?? otherwise);
  const [year, month, day] = [part(1), part(2), part(3, 1)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0'));
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  return date.getTime() + time - zoneOffset(match[8]);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** `2024-01-31T09:30:00`: UTC, to the second, without a zone suffix. */
export function formatMoment(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19);
}
