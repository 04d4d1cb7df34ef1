import { DEMO_ACCOUNT } from '@/api/account-key';
import { startBatches, type StartOptions } from '@/features/batches';
import { planStore } from '@/features/batches/plan-store';

const REGION = 'cn-hangzhou';

/** How a run in batches differs from a plain one of a command, all of it in calls of one instance each. */
export interface KeptRun extends Partial<Pick<StartOptions, 'account' | 'name' | 'secrets'>> {
  instanceIds: readonly string[];
  perCall?: number;
  /** By a schedule: the records of its batches are `t-part1`, `t-part2` …, all accepted. */
  cron?: string;
}

/** Keeps a run in batches in this browser, as if it had just been started; its ID. */
export async function keepBatchedRun({
  account = DEMO_ACCOUNT,
  name = 'crowd',
  secrets = {},
  instanceIds,
  perCall = 1,
  cron,
}: KeptRun): Promise<string> {
  const schedule = cron === undefined ? {} : { Timed: true, Frequency: cron };
  const runId = await startBatches({
    account,
    region: REGION,
    name,
    commandType: 'RunShellScript',
    template: {
      action: 'InvokeCommand',
      request: { RegionId: REGION, CommandId: `c-${name}`, ...schedule },
    },
    secrets,
    instances: instanceIds.map((instanceId) => ({ instanceId, name: instanceId })),
    rules: { gate: null, maxFailures: null, pace: cron === undefined ? 'afterEnd' : 'atOnce' },
    split: { perCall },
  });
  if (cron !== undefined)
    await planStore.change(runId, (plan) => ({
      ...plan,
      batches: plan.batches.map((batch, place) => ({
        ...batch,
        state: 'running' as const,
        invokeId: `t-part${place + 1}`,
      })),
    }));
  return runId;
}
