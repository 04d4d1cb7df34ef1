import { ECS_PERIODS, MAX_POINTS, RETENTION_MS, roundUpToMinute } from '@/domain/monitor-period';
import { parseWireTime } from '@/api/wire-times';
import { Fault } from '../fault';
import type { PeriodSpan } from '../metrics/periods';
import type { ActionContext } from './action';

interface MonitorRules {
  /** HTTP status of the refusals: 403 on the ENI action, 400 on the others (contract 8). */
  status: 400 | 403;
  /** Code of an end before the start. */
  reversed: string;
}

/** StartTime, EndTime and Period of the ECS monitor actions, or the refusal of contract 8. */
export function readMonitorSpan(
  { params, now }: Pick<ActionContext, 'params' | 'now'>,
  { status, reversed }: MonitorRules,
): PeriodSpan {
  const timeOf = (name: 'StartTime' | 'EndTime') => {
    const at = parseUtc(params.required(name));
    if (at === null) throw new Fault(`Invalid${name}.Malformed`, status);
    return roundUpToMinute(at);
  };
  const from = timeOf('StartTime');
  const to = timeOf('EndTime');
  const text = params.text('Period') ?? '60';
  const periodSeconds = ECS_PERIODS.find((period) => String(period) === text);
  if (periodSeconds === undefined) throw new Fault('InvalidPeriod.ValueNotSupported', status);
  if (to < from) throw new Fault(reversed, status);
  if (from < now - RETENTION_MS) throw new Fault('InvalidStartTime.TooEarly', status);
  if ((to - from) / (periodSeconds * 1000) > MAX_POINTS) {
    throw new Fault('InvalidParameter.TooManyDataQueried', status);
  }
  return { from, to, periodSeconds };
}

/** `yyyy-MM-ddTHH:mm:ssZ`, also without seconds; null for anything else and for days that do not exist. */
function parseUtc(text: string): number | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) ? parseWireTime(text) : null;
}
