/** The fields of a cron expression, in order (manual 1.4). */
export const CRON_FIELDS = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek', 'year'] as const;
export type CronField = (typeof CRON_FIELDS)[number];

export type CronReason =
  | 'empty' // nothing written
  | 'tooLong' // over 64 KB
  | 'fieldCount' // not 6 or 7 fields; `actual` says how many
  | 'fullWidth' // full-width digits, marks or blanks
  | 'character' // not a number (nor a name, where names are known)
  | 'name' // letters that are no name of this field
  | 'outOfRange' // outside the field's bounds
  | 'emptyItem' // nothing before, between or after commas
  | 'rangeForm' // not `a-b`
  | 'rangeMixed' // a name and a number in one range
  | 'rangeBackwards' // years do not wrap around
  | 'stepForm' // not `a/n`
  | 'stepRange' // an increment of 0, or above the field
  | 'questionNotHere' // `?` outside of the two day fields
  | 'questionAlone' // `?` with something else
  | 'lastNotHere' // `L` outside of the two day fields
  | 'lastForm' // not one of the forms of `L` in this field
  | 'lastInList' // `L` in a list or range
  | 'weekdayNotHere' // `W` outside of the day field
  | 'weekdayForm' // not `15W`, `LW`
  | 'nthNotHere' // `#` outside of the day-of-week field
  | 'nthForm' // not `6#3`
  | 'bothDays' // neither day field is `?`
  | 'noDay'; // both are

export interface CronError {
  field: CronField | 'expression';
  reason: CronReason;
  /** Where the wrong piece begins, in UTF-16 units from the start of the expression. */
  position: number;
  /** The wrong piece, shortened. */
  text: string;
  /** Fields found, with reason `fieldCount`. */
  actual?: number;
}

export interface FieldBounds {
  min: number;
  max: number;
  /** Names of `min`, `min + 1`, …, upper case. */
  names: readonly string[];
  /** Whether `22-2` goes on from the lower bound. */
  wraps: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** What each field can take (manual 1.4, "Cron運算式域取值"). In the day of week 1 is Sunday. */
export const BOUNDS: Record<CronField, FieldBounds> = {
  second: { min: 0, max: 59, names: [], wraps: true },
  minute: { min: 0, max: 59, names: [], wraps: true },
  hour: { min: 0, max: 23, names: [], wraps: true },
  dayOfMonth: { min: 1, max: 31, names: [], wraps: true },
  month: { min: 1, max: 12, names: MONTHS, wraps: true },
  dayOfWeek: { min: 1, max: 7, names: WEEKDAYS, wraps: true },
  year: { min: 1970, max: 2099, names: [], wraps: false },
};

/** One item of a field's list: `from` to `to`, every `step`; `to` below `from` goes on from the lower bound. */
export interface CronItem {
  form: 'all' | 'value' | 'range' | 'onwards';
  from: number;
  to: number;
  step: number;
}

/** The values of one field, ascending, and the items they were written as. */
export interface CronValues {
  values: readonly number[];
  items: readonly CronItem[];
}

/** A field's text, and where it stands in the expression. */
export interface FieldText {
  field: CronField;
  text: string;
  position: number;
}

const SHOWN_LENGTH = 24;

/** Thrown while reading a field; {@link parseCron} returns it as a value. */
export class CronFault extends Error {
  constructor(readonly error: CronError) {
    super(error.reason);
  }
}

export function cronError(at: FieldText, reason: CronReason): CronError {
  const text = at.text.length > SHOWN_LENGTH ? `${at.text.slice(0, SHOWN_LENGTH)}…` : at.text;
  return { field: at.field, reason, position: at.position, text };
}

export function fault(at: FieldText, reason: CronReason): CronFault {
  return new CronFault(cronError(at, reason));
}

/** A part of a field's text, from a place within it. */
export function pieceOf(at: FieldText, start: number, end = at.text.length): FieldText {
  return { field: at.field, text: at.text.slice(start, end), position: at.position + start };
}

/** Reads a field of values: lists of `*`, `a`, `a-b`, each with an optional `/n`. Throws {@link CronFault}. */
export function readValues(at: FieldText): CronValues {
  const { min, max } = BOUNDS[at.field];
  const chosen = new Uint8Array(max - min + 1);
  const items = new Map<string, CronItem>();
  for (let start = 0; start <= at.text.length;) {
    const comma = at.text.indexOf(',', start);
    const end = comma < 0 ? at.text.length : comma;
    const piece = pieceOf(at, start, end);
    // A list may repeat an item thousands of times.
    if (!items.has(piece.text)) {
      const item = readItem(piece);
      items.set(piece.text, item);
      for (const value of valuesOf(item, min, max)) chosen[value - min] = 1;
    }
    start = end + 1;
  }
  const values: number[] = [];
  chosen.forEach((isChosen, index) => {
    if (isChosen) values.push(min + index);
  });
  return { values, items: [...items.values()] };
}

function* valuesOf({ from, to, step }: CronItem, min: number, max: number): Generator<number> {
  const size = max - min + 1;
  const last = to < from ? to + size : to;
  for (let value = from; value <= last; value += step) yield value > max ? value - size : value;
}

function readItem(at: FieldText): CronItem {
  if (at.text === '') throw fault(at, 'emptyItem');
  const { min, max, wraps } = BOUNDS[at.field];
  const slash = at.text.indexOf('/');
  const base = slash < 0 ? at : pieceOf(at, 0, slash);
  const step = slash < 0 ? 1 : readStep(at, slash);
  if (base.text === '*') return { form: 'all', from: min, to: max, step };
  const dash = base.text.indexOf('-');
  if (dash < 0) {
    if (base.text === '') throw fault(at, 'stepForm');
    const value = readValue(base);
    return slash < 0
      ? { form: 'value', from: value, to: value, step }
      : { form: 'onwards', from: value, to: max, step };
  }
  const [first, last] = [pieceOf(base, 0, dash), pieceOf(base, dash + 1)];
  if (!first.text || !last.text || last.text.includes('-')) throw fault(base, 'rangeForm');
  const [from, to] = [readValue(first), readValue(last)];
  if (isDigits(first.text) !== isDigits(last.text)) throw fault(base, 'rangeMixed');
  if (to < from && !wraps) throw fault(base, 'rangeBackwards');
  return { form: 'range', from, to, step };
}

function readStep(at: FieldText, slash: number): number {
  const piece = pieceOf(at, slash + 1);
  if (!isDigits(piece.text)) throw fault(at, hasFullWidth(piece.text) ? 'fullWidth' : 'stepForm');
  const step = Number(piece.text);
  if (step < 1 || step > BOUNDS[at.field].max) throw fault(piece, 'stepRange');
  return step;
}

/** A number or a name of the field, within its bounds. Throws {@link CronFault}. */
export function readValue(at: FieldText): number {
  const { min, max, names } = BOUNDS[at.field];
  if (isDigits(at.text)) {
    const value = Number(at.text);
    if (value < min || value > max) throw fault(at, 'outOfRange');
    return value;
  }
  // Only ASCII letters: some others have one of these as their upper case.
  const isWord = /^[A-Za-z]+$/.test(at.text);
  const index = isWord ? names.indexOf(at.text.toUpperCase()) : -1;
  if (index >= 0) return min + index;
  throw fault(at, hasFullWidth(at.text) ? 'fullWidth' : isWord && names.length > 0 ? 'name' : 'character');
}

function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

/** Full-width forms, as an input method for Chinese types them. */
export function hasFullWidth(text: string): boolean {
  return /[\uFF01-\uFF5E\u3000]/.test(text);
}
