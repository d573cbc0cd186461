/** Python's format mini-language, `[[fill]align][sign][0][width][,][.precision][type]`, on JSON values. */
import { pythonNumber } from './python-text.ts';
import type { Value } from './value.ts';

interface Spec {
  readonly fill: string;
  readonly align: string | undefined;
  readonly sign: string;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

const grammar = /^(?:(.)?([<>=^]))?([-+ ])?(0)?(\d{1,4})?([,_])?(?:\.(\d{1,2}))?([a-zA-Z%])?$/su;

/** The formatted text, or a sentence that says why there is none. `spec` is not empty. */
export function formatValue(value: Value, spec: string): { text: string } | { problem: string } {
  const parsed = parseSpec(spec);
  if (parsed === undefined) return { problem: `“:${spec}” is not a format that is known here.` };
  if (typeof value === 'string') return formatText(value, parsed, spec);
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number !== 'number')
    return { problem: 'A list, an object or an empty value takes no format. Add “!s” before “:”.' };
  const digits = numberDigits(Math.abs(number), parsed);
  if (digits === undefined) return { problem: `“:${spec}” does not fit this number.` };
  const isNegative = number < 0 || Object.is(number, -0);
  const sign = isNegative ? '-' : parsed.sign === '-' ? '' : parsed.sign;
  return { text: pad(digits, { ...parsed, sign }, '>') };
}

function parseSpec(spec: string): Spec | undefined {
  const match = grammar.exec(spec);
  if (match === null) return undefined;
  const [, fill, align, sign = '-', zero, width, grouping = '', precision, type = ''] = match;
  return {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: align ?? (zero === undefined ? undefined : '='),
    sign,
    width: Number(width ?? 0),
    grouping,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
}

function formatText(text: string, spec: Spec, written: string) {
  if ((spec.type !== '' && spec.type !== 's') || spec.grouping !== '' || spec.sign !== '-')
    return { problem: `“:${written}” is for numbers, but the value is a text.` };
  const characters = Array.from(text);
  const cut = characters.slice(0, spec.precision ?? characters.length).join('');
  const align = spec.align === '=' ? '<' : spec.align;
  return { text: pad(cut, { ...spec, align, sign: '' }, '<') };
}

function numberDigits(value: number, spec: Spec): string | undefined {
  const plain = plainDigits(value, spec);
  if (plain === undefined || spec.grouping === '') return plain;
  const [, whole = '', rest = ''] = /^(\d+)(.*)$/s.exec(plain) ?? [];
  return whole.replace(/\B(?=(\d{3})+$)/g, spec.grouping) + rest;
}

type Digits = (value: number, precision: number | undefined) => string | undefined;

const whole =
  (base: number): Digits =>
  (value) =>
    Number.isInteger(value) ? value.toString(base) : undefined;

const digitsByType: Readonly<Record<string, Digits>> = {
  '': (value, precision) =>
    precision === undefined ? pythonNumber(value) : general(value, precision),
  d: (value, precision) =>
    Number.isInteger(value) && precision === undefined ? value.toFixed(0) : undefined,
  f: (value, precision) => fixed(value, precision ?? 6),
  '%': (value, precision) => `${fixed(value * 100, precision ?? 6)}%`,
  e: (value, precision) => exponential(value.toExponential(precision ?? 6)),
  g: (value, precision) => general(value, precision ?? 6),
  b: whole(2),
  o: whole(8),
  x: whole(16),
};

function plainDigits(value: number, { type, precision }: Spec): string | undefined {
  const known = type.toLowerCase();
  const digits = Object.hasOwn(digitsByType, known) ? digitsByType[known] : undefined;
  if (digits === undefined || /[DBO]/.test(type)) return undefined;
  const text = digits(value, precision);
  return type === known ? text : text?.toUpperCase();
}

/** Ties go to the even digit, as in Python; `toFixed` takes them away from zero. */
function fixed(value: number, places: number): string {
  const scaled = value * 10 ** places;
  const isTie = scaled < 2 ** 52 && scaled % 1 === 0.5 && scaled / 10 ** places === value;
  const below = Math.floor(scaled);
  if (isTie && below % 2 === 0) return (below / 10 ** places).toFixed(places);
  return value < 1e21 ? value.toFixed(places) : BigInt(Math.round(value)).toString();
}

/** `1.5e+7` as Python writes it: `1.5e+07`. */
function exponential(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function general(value: number, precision: number): string {
  const figures = Math.max(1, precision);
  const exponent = Number(value.toExponential(figures - 1).split('e')[1]);
  const isLong = exponent < -4 || exponent >= figures;
  const text = isLong
    ? value.toExponential(figures - 1)
    : value.toFixed(Math.max(0, figures - 1 - exponent));
  const [digits = '', power] = text.split('e');
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return power === undefined ? short : exponential(`${short}e${power}`);
}

function pad(digits: string, { fill, align, sign, width }: Spec, usual: '<' | '>'): string {
  const missing = Math.max(0, width - Array.from(digits).length - sign.length);
  const filling = (count: number): string => fill.repeat(count);
  switch (align ?? usual) {
    case '<':
      return `${sign}${digits}${filling(missing)}`;
    case '=':
      return `${sign}${filling(missing)}${digits}`;
    case '^':
      return `${filling(Math.floor(missing / 2))}${sign}${digits}${filling(Math.ceil(missing / 2))}`;
    default:
      return `${filling(missing)}${sign}${digits}`;
  }
}
