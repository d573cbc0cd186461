/** The last step of a sampled value, under Data Designer's words: int, float, str, or a strftime format for moments. */
import type { JsonValue } from '#core/base/json.ts';
import type { Draw } from '#core/engine/cell-draw.ts';
import { Refusal } from '#core/engine/cell-draw.ts';
import { formatTime } from '#core/design/strftime.ts';
import { toText } from '#core/expression/value.ts';
import { roundDecimal } from '#core/expression/round.ts';
import { parseMoment } from './moment.ts';

/** Null stays null. What cannot be converted fails with the value in the reason. */
export function convertDraw(draw: Draw, convertTo: string): Draw {
  const convert = converterOf(convertTo);
  return (row, view) => {
    const value = draw(row, view);
    if (value instanceof Refusal || value === null) return value;
    return (
      convert(value) ??
      new Refusal('failed', `“${toText(value).slice(0, 40)}” cannot be converted to ${convertTo}.`)
    );
  };
}

type Convert = (value: JsonValue) => JsonValue | undefined;

function converterOf(convertTo: string): Convert {
  switch (convertTo) {
    case 'int':
      return (value) => {
        const number = numberOf(value);
        return number === undefined ? undefined : roundDecimal(number, 0);
      };
    case 'float':
      return numberOf;
    case 'str':
      return (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
    default:
      return (value) => {
        const timeMs = typeof value === 'string' ? parseMoment(value) : undefined;
        return timeMs === undefined ? undefined : formatTime(timeMs, convertTo);
      };
  }
}

function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
