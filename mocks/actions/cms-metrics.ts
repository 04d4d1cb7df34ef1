import { createLoadSource } from '../metrics/load-source';
import { pointsOf, seriesOf } from '../metrics/metric-points';
import type { MetricPoint } from '../metrics/metric-points';
import { firstMinute } from '../metrics/periods';
import { inSlices } from '../metrics/slices';
import { asSeenByPlugin } from '../metrics/plugin';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { regionsAsked } from './asked-instance';
import { readCursor, writeCursor } from './cms-cursor';
import type { Cursor } from './cms-cursor';
import { readMetricRequest, readMetricSpan } from './cms-request';
import type { AskedDimensions, MetricRequest } from './cms-request';

/** Whose values are asked for, and which of them. The region counts only when one is sent: an account's data are one. */
function targetsOf(
  context: ActionContext,
  asked: readonly AskedDimensions[] | null,
): { instance: WorldInstance; asked: AskedDimensions }[] {
  const { world } = context;
  const regionIds = regionsAsked(context);
  return (asked ?? [{}]).flatMap((dimensions) => {
    const { instanceId } = dimensions;
    const instances = regionIds.flatMap((id) =>
      instanceId === undefined ? world.instances(id) : (world.find(id, instanceId) ?? []),
    );
    return instances.map((instance) => ({ instance, asked: dimensions }));
  });
}

/** Averages over minutes look back so far. */
const LOOK_BACK_MS = 3_600_000;

/** Reads an instance's points in a span; as many lines as the metric has there. */
function reader(context: ActionContext, { metric, periodSeconds }: MetricRequest) {
  return (instance: WorldInstance, asked: AskedDimensions, from: number, to: number): MetricPoint[][] => {
    const all = createLoadSource(instance, context, from - LOOK_BACK_MS);
    const source = metric.byPlugin ? asSeenByPlugin(all, instance, context) : all;
    const span = { from, to, periodSeconds };
    const first = periodSeconds < 60 ? Math.floor(from / 60_000) : firstMinute(span);
    return seriesOf(metric, { instance, source, first }, asked).map((series) =>
      pointsOf(metric, series, { instance, source }, span),
    );
  };
}

/**
 * DescribeMetricList (contract 9.1): instance by instance, each from its oldest point to the newest, all lines of a time
 * together.
 */
export const describeMetricList: Action = async (context) => {
  const request = readMetricRequest(context);
  const { periodSeconds, length } = request;
  const { from, to } = readMetricSpan(context, periodSeconds);
  const read = reader(context, request);
  const targets = targetsOf(context, request.asked);
  const cursor = readCursor(context.params.text('NextToken'), targets.length);
  const found: { point: MetricPoint; next: Cursor }[] = [];
  for (let index = cursor.target; index < targets.length && found.length <= length; index += 1) {
    const { instance, asked } = targets[index]!;
    let start = index === cursor.target ? Math.max(from, cursor.at) : from;
    let skip = index === cursor.target ? cursor.skip : 0;
    while (start < to && found.length <= length) {
      // One more than the answer holds, to know whether there are more; gaps make it take several turns.
      const missing = length - found.length + 1 + skip;
      const end = Math.min(to, start + missing * periodSeconds * 1000);
      const part = { from: start, to: end, periodSeconds };
      const all = await inSlices(part, ({ from, to }) => byTime(read(instance, asked, from, to)));
      const points = all.slice(skip);
      for (const [place, point] of points.entries()) {
        found.push({ point, next: { target: index, at: start, skip: skip + place } });
        if (found.length > length) break;
      }
      skip = 0;
      start = end;
    }
  }
  return {
    Period: String(periodSeconds),
    Datapoints: JSON.stringify(found.slice(0, length).map(({ point }) => point)),
    NextToken: found.length > length ? writeCursor(found[length]!.next) : '',
  };
};

function byTime(lines: readonly MetricPoint[][]): MetricPoint[] {
  const points = lines.flat();
  return lines.length > 1 ? points.sort((a, b) => Number(a['timestamp']) - Number(b['timestamp'])) : points;
}

const MINUTE = 60_000;

/** How far back the newest point may lie (contract 9.1). */
function lookBack(periodSeconds: number): number {
  if (periodSeconds < 60) return 20 * MINUTE;
  return periodSeconds < 3600 ? 120 * MINUTE : 2 * 1440 * MINUTE;
}

/** DescribeMetricLast (contract 9.1): the newest point of every line. */
export const describeMetricLast: Action = (context) => {
  const request = readMetricRequest(context);
  const { periodSeconds, length } = request;
  const { now } = context;
  const read = reader(context, request);
  const targets = targetsOf(context, request.asked);
  const { target, skip } = readCursor(context.params.text('NextToken'), targets.length);
  const found: { point: MetricPoint; next: Cursor }[] = [];
  for (let index = target; index < targets.length && found.length <= length; index += 1) {
    const { instance, asked } = targets[index]!;
    // Mostly the newest is there, and two hours of minutes need not be read.
    const soon = read(instance, asked, now - 3 * Math.max(MINUTE, periodSeconds * 1000), now);
    const complete = soon.length > 0 && soon.every((line) => line.length > 0);
    const lines = complete ? soon : read(instance, asked, now - lookBack(periodSeconds), now);
    const newest = lines.flatMap((line) => line.slice(-1));
    const from = index === target ? skip : 0;
    for (const [place, point] of newest.slice(from).entries()) {
      found.push({ point, next: { target: index, at: 0, skip: from + place } });
    }
  }
  return {
    Period: String(periodSeconds),
    Datapoints: JSON.stringify(found.slice(0, length).map(({ point }) => point)),
    NextToken: found.length > length ? writeCursor(found[length]!.next) : '',
  };
};
