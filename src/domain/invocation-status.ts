/** Today's status of a record, or of one instance of an invocation (contract 3). `Stopped` comes from sent files and old pages. */
export const RECORD_STATUSES = [
  'Pending',
  'Scheduled',
  'Running',
  'Stopping',
  'Success',
  'Failed',
  'Error',
  'Timeout',
  'Invalid',
  'Aborted',
  'Cancelled',
  'Terminated',
  'Stopped',
] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** The manual's status of a record or an instance (tables 1-2, 1-5), with the `Stopping` of the 2021 pages. */
export type OldStatus = 'Running' | 'Stopping' | 'Finished' | 'Failed' | 'Stopped';

/** The manual's overall status (tables 1-3, 1-6). */
export type OldOverall = OldStatus | 'PartialFailed';

/** Today's overall status. */
export type NewOverall =
  'Pending' | 'Scheduled' | 'Running' | 'Stopping' | 'Stopped' | 'Success' | 'Failed' | 'PartialFailed';

/** `periodic` also stands for EveryReboot; a schedule that can never fire again is rolled up as `once`. */
export type RunMode = 'once' | 'periodic';

const OLD_OF: Record<RecordStatus, OldStatus> = {
  Pending: 'Running',
  Scheduled: 'Running',
  Running: 'Running',
  Stopping: 'Stopping',
  Success: 'Finished',
  Failed: 'Finished',
  Error: 'Failed',
  Timeout: 'Failed',
  Invalid: 'Failed',
  Aborted: 'Failed',
  Cancelled: 'Stopped',
  Terminated: 'Stopped',
  Stopped: 'Stopped',
};

/**
 * The manual's word for a record's status (contract 4.1). A non-zero exit code (`Failed`) is `Finished` there:
 * finished means "ran to its end", not "succeeded".
 */
export function toOldStatus(status: RecordStatus): OldStatus {
  return OLD_OF[status];
}

/**
 * The manual's overall status from those of the instances, in the order of contract 4.3. Failed beside Stopped with
 * none Finished is `PartialFailed`, as the manual says ("some failed"). A periodic run is Running until it is
 * stopped on every instance (table 1-4). Without instances nothing is known yet: Running.
 */
export function rollUpOld(instances: readonly OldStatus[], mode: RunMode): OldOverall {
  if (instances.length === 0) return 'Running';
  const seen = new Set(instances);
  const onlyStopped = seen.size === 1 && seen.has('Stopped');
  if (mode === 'periodic') return onlyStopped ? 'Stopped' : 'Running';
  if (seen.has('Running')) return 'Running';
  if (seen.has('Stopping')) return 'Stopping';
  if (onlyStopped) return 'Stopped';
  if (!seen.has('Failed')) return 'Finished';
  return seen.size === 1 ? 'Failed' : 'PartialFailed';
}

const FAILED: ReadonlySet<RecordStatus> = new Set(['Failed', 'Timeout', 'Error', 'Invalid', 'Aborted']);
const UNDER_WAY = ['Pending', 'Scheduled', 'Running', 'Stopping'] as const;

/**
 * Today's overall status from those of the instances (contract 4.3, second table; the order of its first four rows
 * is not published). In a periodic run a record that ended by itself only waits for the next firing, so it counts as
 * Scheduled. Without instances: Pending.
 */
export function rollUpNew(instances: readonly RecordStatus[], mode: RunMode): NewOverall {
  if (instances.length === 0) return 'Pending';
  const seen = new Set(mode === 'once' ? instances : instances.map(waitForNextFiring));
  const underWay = UNDER_WAY.find((status) => seen.has(status));
  if (underWay !== undefined) return underWay;
  const failed = instances.some((status) => FAILED.has(status));
  const succeeded = seen.has('Success');
  if (failed) return succeeded ? 'PartialFailed' : 'Failed';
  return succeeded ? 'Success' : 'Stopped';
}

function waitForNextFiring(status: RecordStatus): RecordStatus {
  return status === 'Success' || FAILED.has(status) ? 'Scheduled' : status;
}

/**
 * What the console shows for a record, an instance or a whole run, read from either vocabulary. In the order in which
 * counts are listed: failures first, then what is under way, then the rest.
 */
export const OUTCOMES = [
  'failed',
  'nonzero',
  'partlyFailed',
  'running',
  'stopping',
  'pending',
  'scheduled',
  'succeeded',
  'finished',
  'stopped',
  'unknown',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF_NEW: ReadonlyMap<string, Outcome> = new Map<RecordStatus | NewOverall, Outcome>([
  ['Pending', 'pending'],
  ['Scheduled', 'scheduled'],
  ['Running', 'running'],
  ['Stopping', 'stopping'],
  ['Success', 'succeeded'],
  ['Failed', 'failed'],
  ['Error', 'failed'],
  ['Timeout', 'failed'],
  ['Invalid', 'failed'],
  ['Aborted', 'failed'],
  ['PartialFailed', 'partlyFailed'],
  ['Cancelled', 'stopped'],
  ['Terminated', 'stopped'],
  ['Stopped', 'stopped'],
]);

const OUTCOME_OF_OLD: ReadonlyMap<string, Outcome> = new Map<OldOverall, Outcome>([
  ['Running', 'running'],
  ['Stopping', 'stopping'],
  ['Finished', 'finished'],
  ['Failed', 'failed'],
  ['PartialFailed', 'partlyFailed'],
  ['Stopped', 'stopped'],
]);

interface StatusFields {
  /** Today's `InvocationStatus`; absent or empty on old answers. */
  invocationStatus?: string | undefined;
  /** The manual's `InvokeStatus`, `InstanceInvokeStatus` or `InvokeRecordStatus`. */
  oldStatus?: string | undefined;
  /** Leave out for a whole run. */
  exitCode?: number | undefined;
}

/**
 * Reads a status in either vocabulary, today's first because it says more. The exit code keeps "finished" apart from
 * "succeeded" (contract 4.1): a script that ran to its end is `succeeded` with 0, `nonzero` with anything else, and
 * `finished` when the code is not known. A status this console does not know is `unknown`; show it as it came.
 */
export function outcomeOf({ invocationStatus, oldStatus, exitCode }: StatusFields): Outcome {
  switch (invocationStatus) {
    case 'Success':
      return exitCode === undefined ? 'succeeded' : byExitCode(exitCode);
    case 'Failed':
      return exitCode === undefined || exitCode === 0 ? 'failed' : 'nonzero';
  }
  const today = OUTCOME_OF_NEW.get(invocationStatus ?? '');
  if (today !== undefined) return today;
  if (oldStatus === 'Finished' && exitCode !== undefined) return byExitCode(exitCode);
  return OUTCOME_OF_OLD.get(oldStatus ?? '') ?? 'unknown';
}

function byExitCode(exitCode: number): Outcome {
  return exitCode === 0 ? 'succeeded' : 'nonzero';
}

const FINAL: ReadonlySet<Outcome> = new Set([
  'failed',
  'nonzero',
  'partlyFailed',
  'succeeded',
  'finished',
  'stopped',
]);

/** Whether nothing more will happen. An unknown status is not final: the next answer may be a known one. */
export function isFinal(outcome: Outcome): boolean {
  return FINAL.has(outcome);
}

/** How many of each, without the absent ones, in the order of OUTCOMES. */
export function countOutcomes(list: readonly Outcome[]): { outcome: Outcome; count: number }[] {
  const counts = new Map<Outcome, number>();
  for (const outcome of list) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [{ outcome, count }];
  });
}
