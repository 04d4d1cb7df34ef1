import type { ActionContext } from './action';
import { parameterInvalid } from './cms-reply';

const MINUTE = 60_000;
const DAY = 86_400_000;
const LONGEST = 15 * DAY;
const FURTHEST = 365 * DAY;
const DEFAULT_MINUTES = 15;

/**
 * The span of an alert log (contract 9.3), epoch ms, both ends included: both or neither are sent, at most 15 days, within a
 * year; else the last minutes, 15 unless `LastMin` says how many.
 */
export function readAlertSpan({ params, now }: Pick<ActionContext, 'params' | 'now'>): {
  from: number;
  to: number;
} {
  const start = params.integer('StartTime', 'ParameterInvalid');
  const end = params.integer('EndTime', 'ParameterInvalid');
  if (start === undefined && end === undefined) {
    const minutes = params.integer('LastMin', 'ParameterInvalid') ?? DEFAULT_MINUTES;
    if (minutes < 1 || minutes * MINUTE > LONGEST) throw parameterInvalid('LastMin');
    return { from: now - minutes * MINUTE, to: now };
  }
  if (start === undefined || end === undefined) {
    throw parameterInvalid(
      start === undefined ? 'StartTime' : 'EndTime',
      'StartTime and EndTime must be sent together.',
    );
  }
  if (start >= end) throw parameterInvalid('StartTime', 'StartTime must be earlier than EndTime.');
  if (end - start > LONGEST) throw parameterInvalid('StartTime', 'The span must not exceed 15 days.');
  if (start < now - FURTHEST) throw parameterInvalid('StartTime', 'Only the last year is kept.');
  return { from: start, to: end };
}
