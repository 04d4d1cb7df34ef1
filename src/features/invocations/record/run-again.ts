import type { InstanceRun } from '../run-progress';

/**
 * Whether the run has ended on the instance without doing its work: failed, ran into the timeout, exited non-zero, or
 * was stopped before it started. What still waits or runs may yet succeed.
 */
export function deservesAnother({ outcome, startedAt }: InstanceRun): boolean {
  return outcome === 'failed' || outcome === 'nonzero' || (outcome === 'stopped' && startedAt === null);
}
