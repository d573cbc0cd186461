/** Dates as they stand in a design: ISO 8601, read as UTC when no zone is given, so that every machine reads them alike. */

/** Milliseconds of the units that are always as long. */
export const unitMs = { D: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;

/** What the units of dates are called. */
export const unitNames = {
  Y: 'year',
  M: 'month',
  D: 'day',
  h: 'hour',
  m: 'minute',
  s: 'second',
} as const;

const isoMoment =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Milliseconds since the epoch, or undefined for what is no date, such as 30 February. */
export function parseIsoMoment(text: string): number | undefined {
  const match = isoMoment.exec(text.trim());
  if (match === null) return undefined;
  const part = (index: number, missing: number): number => Number(match[index] ?? missing);
  const day = dayMs(part(1, 0), part(2, 1), part(3, 1));
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const millisecond = Number((match[7] ?? '0').padEnd(3, '0'));
  const timeMs = ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
  return day + timeMs - zoneOffsetMs(match[8]);
}

function dayMs(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

function zoneOffsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
