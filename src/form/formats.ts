import type { FieldFormat } from '../api/model.js';

/** The formats a value can be asked to have. Every expression here is linear: none can be made to hang. */
export const FORMATS: { readonly [format in FieldFormat]: (value: string) => boolean } = {
  email: (value) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
  url: (value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value),
  uri: (value) => /^[a-z][a-z\d+.-]*:\S/i.test(value) && URL.canParse(value),
  uuid: (value) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isOnCalendar(value),
  datetime: (value) => DATE_TIME.test(value) && isOnCalendar(value.slice(0, 10)),
};

/** RFC 3339, also without seconds or offset. Not read by `Date.parse`, which browsers do differently. */
const DATE_TIME =
  /^\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:Z|[+-][012]\d:[0-5]\d)?$/i;

/** `Date` takes the 30th of February for the 1st or 2nd of March. */
function isOnCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** Digits, with a sign and decimals where there are any. */
export const isNumber = (value: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(value);
