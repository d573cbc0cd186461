/**
 * Calendar dates and moments in the few forms that mean one thing: ISO 8601, year first with slashes,
 * a month by its English name, day first with points, and slashes where only one order is possible.
 */
import { failure, success, type Result } from '#core/base/result.ts';
import { quote } from '#core/expression/value.ts';

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const dayMonthName = new RegExp(`^${ordinal} ${monthName}\\.?,? (\\d{4})$`, 'i');
const monthNameDay = new RegExp(`^${monthName}\\.? ${ordinal},? (\\d{4})$`, 'i');
const time = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/** `YYYY-MM-DD`. A time of day behind an ISO date is cut off, without moving the day between zones. */
export function parseDate(text: string): Result<string, string> {
  const trimmed = text.trim();
  const { day, rest } = splitMoment(trimmed);
  if (rest !== undefined && timeOf(rest) === undefined) return failure(`${quote(text)} is no date`);
  return dayText(day, text);
}

/** `YYYY-MM-DDTHH:mm:ss` with a fraction and an offset where the text has them. A date alone is refused. */
export function parseDateTime(text: string): Result<string, string> {
  const { day, rest } = splitMoment(text.trim());
  const date = dayText(day, text);
  if (!date.ok) return date;
  if (rest === undefined) return failure(`${quote(text)} has no time of day`);
  const clock = timeOf(rest);
  return clock === undefined
    ? failure(`${quote(text)} has no valid time of day`)
    : success(`${date.value}T${clock}`);
}

/** Cuts `2024-02-29T12:00` and `29 Feb 2024 12:00` into day and time. */
function splitMoment(text: string): { day: string; rest: string | undefined } {
  const match = /^(.{8,40}?)(?:T|,?\s+(?:at )?)(\d{1,2}:\d{2}.*)$/i.exec(text);
  return match === null
    ? { day: text, rest: undefined }
    : { day: match[1] ?? '', rest: match[2] ?? '' };
}

function dayText(day: string, whole: string): Result<string, string> {
  const found = readDay(day.replace(/\s+/g, ' '));
  if (found === undefined) return failure(`${quote(whole)} is no date such as 2024-02-29`);
  if (found === 'ambiguous')
    return failure(`${quote(whole)} could be two dates; write it as YYYY-MM-DD`);
  if (!isInCalendar(found)) return failure(`${quote(whole)} is not in the calendar`);
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  return success(`${pad(found.year, 4)}-${pad(found.month, 2)}-${pad(found.day, 2)}`);
}

function readDay(text: string): CalendarDay | 'ambiguous' | undefined {
  let match = yearFirst.exec(text);
  if (match) return dayOf(match[1], match[3], match[4]);
  match = dayFirst.exec(text);
  if (match) return dayOf(match[3], match[2], match[1]);
  match = slashes.exec(text);
  if (match) return readSlashes(match);
  match = dayMonthName.exec(text);
  if (match) return dayOf(match[3], monthNumber(match[2]), match[1]);
  match = monthNameDay.exec(text);
  if (match) return dayOf(match[3], monthNumber(match[1]), match[2]);
  return undefined;
}

function readSlashes(match: RegExpExecArray): CalendarDay | 'ambiguous' {
  const [, first, second, year] = match;
  const isDayFirst = Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12 && first !== second) return 'ambiguous';
  return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDay {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** Gregorian rules, extended backwards; the year 0 does not count. */
function isInCalendar({ year, month, day }: CalendarDay): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function timeOf(text: string): string | undefined {
  const match = time.exec(text.trim());
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '00', fraction, zone] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const tail = fraction === undefined ? '' : `.${fraction}`;
  return `${hour.padStart(2, '0')}:${minute}:${second}${tail}${zoneText(zone)}`;
}

function zoneText(zone: string | undefined): string {
  if (zone === undefined) return '';
  const upper = zone.toUpperCase();
  return /^[+-]\d{4}$/.test(upper) ? `${upper.slice(0, 3)}:${upper.slice(3)}` : upper;
}
