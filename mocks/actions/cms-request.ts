import { parseWireTime } from '@/api/wire-times';
import { cmsRetentionMs } from '@/domain/monitor-period';
import { METRICS, PERIODS } from '../metrics/catalog';
import type { Metric } from '../metrics/metric';
import type { ActionContext } from './action';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import type { ParamReader } from './params';
import { refuseUnsupported } from './request-rules';

export const ECS_NAMESPACE = 'acs_ecs_dashboard';

const MOST_INSTANCES = 50;
const DEFAULT_LENGTH = 1000;
const MOST_POINTS = 1440;
const DAY = 86_400_000;
const LONGEST_SPAN = 31 * DAY;
/** What a list shows that names no times; not published. */
const DEFAULT_SPAN = 3_600_000;

/** What to look for: `instanceId` and further dimensions by name. */
export type AskedDimensions = Readonly<Record<string, string>>;

export interface MetricRequest {
  metric: Metric;
  periodSeconds: number;
  /** Null: everything the account has. */
  asked: readonly AskedDimensions[] | null;
  /** Points of one answer. */
  length: number;
}

/** What both metric queries share (contract 9.1), or the refusal. */
export function readMetricRequest({ params }: Pick<ActionContext, 'params'>): MetricRequest {
  const namespace = cmsRequired(params, 'Namespace');
  const metric = METRICS.get(cmsRequired(params, 'MetricName'));
  if (namespace !== ECS_NAMESPACE || !metric) throw resourceNotFound();
  refuseUnsupported(params, ['Express']);
  const text = params.text('Period') ?? '60';
  const periods: readonly number[] = PERIODS[metric.byPlugin ? 'plugin' : 'basic'];
  const periodSeconds = periods.find((period) => String(period) === text);
  if (periodSeconds === undefined) throw parameterInvalid('Period');
  const length = params.integer('Length', 'ParameterInvalid') ?? DEFAULT_LENGTH;
  if (length < 1 || length > MOST_POINTS) throw parameterInvalid('Length');
  return { metric, periodSeconds, asked: readDimensions(params), length };
}

function readDimensions(params: ParamReader): AskedDimensions[] | null {
  const text = params.text('Dimensions');
  if (text === undefined) return null;
  const parsed = parseJson(text);
  const list = Array.isArray(parsed) ? parsed : [parsed];
  if (list.length === 0) return null;
  if (list.length > MOST_INSTANCES || !list.every(isDimensions)) throw parameterInvalid('Dimensions');
  return list;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw parameterInvalid('Dimensions');
  }
}

function isDimensions(value: unknown): value is AskedDimensions {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

/**
 * StartTime and EndTime, in epoch ms or as `yyyy-MM-dd HH:mm:ss` in UTC; the last hour when none is sent. The start is
 * excluded and the end included, and nothing is kept for ever (contract 9.1): `from` is what is left of the span.
 * @returns epoch ms, `from` included and `to` excluded
 */
export function readMetricSpan(
  { params, now }: Pick<ActionContext, 'params' | 'now'>,
  periodSeconds: number,
): { from: number; to: number } {
  const timeOf = (name: 'StartTime' | 'EndTime', fallback: number) => {
    const text = params.text(name);
    if (text === undefined) return fallback;
    const at = parseWireTime(text);
    if (at === null) throw parameterInvalid(name);
    return at;
  };
  const end = timeOf('EndTime', now);
  const start = timeOf('StartTime', end - DEFAULT_SPAN);
  if (start >= end) throw parameterInvalid('StartTime', 'StartTime must be earlier than EndTime.');
  if (end - start > LONGEST_SPAN) throw parameterInvalid('StartTime', 'The span must not exceed 31 days.');
  return { from: Math.max(start + 1, now - cmsRetentionMs(periodSeconds)), to: end + 1 };
}
