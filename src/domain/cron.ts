import type { DayRule } from './cron-days';
import { readDayOfMonth, readDayOfWeek } from './cron-days';
import type { CronError, CronReason, CronValues, FieldText } from './cron-fields';
import { CRON_FIELDS, CronFault, cronError, fault, readValues } from './cron-fields';

export type { DayRule } from './cron-days';
export type { CronError, CronField, CronItem, CronReason, CronValues } from './cron-fields';
export { CRON_FIELDS } from './cron-fields';
export { firesAgain, firesBetween, firesTooOften, MIN_INTERVAL_SECONDS, nextFires } from './cron-fires';

/** A parsed cron expression; its times are UTC (manual 1.4). */
export interface Cron {
  /** The expression with single blanks between its fields, as to be sent. */
  text: string;
  seconds: CronValues;
  minutes: CronValues;
  hours: CronValues;
  days: DayRule;
  /** 1 = January. */
  months: CronValues;
  /** Without the year's field: all of 1970 to 2099. */
  years: CronValues;
}

export type CronResult = { ok: true; cron: Cron } | { ok: false; error: CronError };

const MAX_LENGTH = 65_536;
const MIN_FIELDS = 6;
const MAX_FIELDS = 7;

/**
 * Reads a cron expression of 6 or 7 fields, `s m h dom mon dow [year]`, in the manual's grammar (1.4), which is Quartz's
 * with the bounds kept: `, - / * ? L W #`, `LW`, `L-3`, `6L`, `6#3`, `15W`, names in any case, 1 = Sunday. Exactly one of
 * the two day fields is `?`. Blanks and tabs separate fields; more than one, or some around all, do no harm.
 */
export function parseCron(expression: string): CronResult {
  const { cron, errors } = readCron(expression);
  return cron ? { ok: true, cron } : { ok: false, error: errors[0]! };
}

/** Everything wrong with an expression: at most one error for each field, in the order of the fields. */
export function cronErrors(expression: string): CronError[] {
  return readCron(expression).errors;
}

/** The fields of an expression as written, with their places: at most one more than there may be. */
export function splitCron(expression: string): { text: string; position: number }[] {
  const fields: { text: string; position: number }[] = [];
  for (const match of expression.matchAll(/[^ \t]+/g)) {
    fields.push({ text: match[0], position: match.index });
    if (fields.length > MAX_FIELDS) break;
  }
  return fields;
}

function countFields(expression: string): number {
  let count = 0;
  let inField = false;
  for (let index = 0; index < expression.length; index++) {
    const isBlank = expression[index] === ' ' || expression[index] === '\t';
    if (!isBlank && !inField) count += 1;
    inField = !isBlank;
  }
  return count;
}

function readCron(expression: string): { cron: Cron | null; errors: CronError[] } {
  const fail = (reason: CronError['reason'], position = 0, actual?: number) => {
    const at: FieldText = { field: 'second', text: expression.slice(position), position };
    const error: CronError = { ...cronError(at, reason), field: 'expression' };
    return { cron: null, errors: [actual === undefined ? error : { ...error, actual }] };
  };
  if (expression.length > MAX_LENGTH) return fail('tooLong');
  const wideBlank = expression.indexOf('\u3000');
  if (wideBlank >= 0) return fail('fullWidth', wideBlank);
  const written = splitCron(expression);
  const count = written.length;
  if (count === 0) return fail('empty');
  // Five is the crontab's habit: whatever its fields hold, what is missing are the seconds.
  if (count > MAX_FIELDS || count === MIN_FIELDS - 1) return fail('fieldCount', 0, countFields(expression));

  const errors: CronError[] = [];
  const fields = written.map((part, index): FieldText => ({ ...part, field: CRON_FIELDS[index]! }));
  const readField = <Read>(index: number, read: (at: FieldText) => Read): Read | null => {
    const at = fields[index];
    if (!at) return null;
    try {
      return read(at);
    } catch (error) {
      if (!(error instanceof CronFault)) throw error;
      errors.push(error.error);
      return null;
    }
  };
  const seconds = readField(0, readPlain);
  const minutes = readField(1, readPlain);
  const hours = readField(2, readPlain);
  const dayOfMonth = readField(3, (at) => readDay(at, readDayOfMonth));
  const months = readField(4, readPlain);
  const dayOfWeek = readField(5, (at) => readDay(at, readDayOfWeek));
  const years = fields[6] ? readField(6, readPlain) : EVERY_YEAR;
  if (errors.length > 0) return { cron: null, errors };
  if (count < MIN_FIELDS) return fail('fieldCount', 0, count);
  if (!seconds || !minutes || !hours || !dayOfMonth || !months || !dayOfWeek || !years) return fail('empty');
  const wrongDays = (reason: CronReason) => ({ cron: null, errors: [cronError(fields[5]!, reason)] });
  if (dayOfMonth !== UNSPECIFIED && dayOfWeek !== UNSPECIFIED) return wrongDays('bothDays');
  const days = dayOfMonth === UNSPECIFIED ? dayOfWeek : dayOfMonth;
  if (days === UNSPECIFIED) return wrongDays('noDay');
  const text = fields.map((field) => field.text).join(' ');
  return { cron: { text, seconds, minutes, hours, days, months, years }, errors: [] };
}

const UNSPECIFIED = '?';
const EVERY_YEAR = readValues({ field: 'year', text: '*', position: 0 });

function readDay(at: FieldText, read: (at: FieldText) => DayRule): DayRule | typeof UNSPECIFIED {
  if (!at.text.includes('?')) return read(at);
  if (at.text !== '?') throw fault(at, 'questionAlone');
  return UNSPECIFIED;
}

/** Fields without days; the marks for days are refused by name. */
function readPlain(at: FieldText): CronValues {
  if (at.text.includes('?')) throw fault(at, 'questionNotHere');
  if (at.text.includes('#')) throw fault(at, 'nthNotHere');
  if (/(?:^|,)[0-9]*l(?:$|[,-])/i.test(at.text)) throw fault(at, 'lastNotHere');
  if (/(?:^|,)[0-9]*w(?:$|,)/i.test(at.text)) throw fault(at, 'weekdayNotHere');
  return readValues(at);
}
