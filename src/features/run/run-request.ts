import type { InvokeCommandRequest } from '@/api/ecs/invocations';
import { LIMITS_IN_FORCE } from '@/api/limits-in-force';
import type { Limits } from '@/domain/limits';

/** The limits the console holds runs to: the manual's in the demo, today's on a real account. */
export const RUN_LIMITS: Limits = LIMITS_IN_FORCE;

/** The most instances one run in batches is offered for: a hundred calls, of which a day allows some thousand. */
export const MOST_PER_RUN = 5000;

/** The value given for a parameter, `''` for none; `constructor` is a parameter's name like any other. */
export function valueOf(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}

/**
 * The pairs to send: in the command's order, without the empty ones, which mean the same when they are left out and
 * would count against the ten pairs of a call (contract 4.7).
 */
export function pairsOf(
  names: readonly string[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const filled = names
    .map((name) => [name, valueOf(values, name)] as const)
    .filter(([, value]) => value !== '');
  // fromEntries defines members, so that a parameter called `__proto__` stays an ordinary one.
  return Object.fromEntries(filled);
}

/**
 * The InvokeCommand request of a run, without ClientToken (contract 5): once, or by `cron`. Instances are put in order, so
 * that the same choice is the same request however it was made.
 */
export function runRequest(
  region: string,
  commandId: string,
  instanceIds: Iterable<string>,
  parameters: Readonly<Record<string, string>>,
  cron: string | null = null,
): InvokeCommandRequest {
  return {
    RegionId: region,
    CommandId: commandId,
    InstanceId: [...instanceIds].toSorted(),
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    // The manual's service goes by Timed, today's by RepeatMode: together they are right for both (contract 3).
    ...(cron === null ? {} : { Timed: true, RepeatMode: 'Period', Frequency: cron }),
  };
}
