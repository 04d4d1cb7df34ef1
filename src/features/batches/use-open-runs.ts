import { batchRunPath } from './batch-paths';
import { type Batch, type BatchPlan, isScheduled, isUnfinished, pause, stepOf } from './plan';
import { planStore } from './plan-store';
import { useStoredPlans } from './use-plans';

/** A run in batches that is not at its end, as the pages of other features speak of it. */
export interface OpenBatchRun {
  id: string;
  region: string;
  /** Of its command; empty for a script that is not saved. */
  name: string;
  path: string;
  /** Nothing more is sent until somebody says so. */
  isHeld: boolean;
  /** Instances of the batches that were not sent. */
  waiting: readonly string[];
  sent: readonly SentBatch[];
}

/** A batch that was sent and has not ended. */
export interface SentBatch {
  /** null: no answer yet. */
  invokeId: string | null;
  instanceIds: readonly string[];
  /** Epoch ms. */
  sentAt: number | null;
  /** Of the run, when it has one of its own. */
  timeoutSeconds: number | null;
}

const NONE: readonly OpenBatchRun[] = [];

/** The account's runs in batches that are not at their end, in every region; empty while they are read. */
export function useOpenBatchRuns(): readonly OpenBatchRun[] {
  return useStoredPlans(openRuns).data ?? NONE;
}

const openRuns = (plans: readonly BatchPlan[]) => plans.filter(isUnfinished).map(openRunOf);

/** Holds back what was not sent; the batches under way go on. Rejects when nothing can be kept here. */
export async function pauseBatchRun(id: string): Promise<void> {
  await planStore.change(id, pause);
}

function openRunOf(plan: BatchPlan): OpenBatchRun {
  const { id, region, name, order, batches, template } = plan;
  const inState = (...states: Batch['state'][]) => batches.filter(({ state }) => states.includes(state));
  return {
    id,
    region,
    name,
    path: batchRunPath(region, id),
    isHeld: order !== 'go' || stepOf(plan).kind === 'hold',
    waiting: order === 'stop' ? [] : inState('waiting').flatMap(({ instanceIds }) => instanceIds),
    // What was accepted of a schedule is a schedule, and not under way.
    sent: inState('sending', ...(isScheduled(plan) ? [] : (['running'] as const))).map((batch) => ({
      invokeId: batch.invokeId,
      instanceIds: batch.instanceIds,
      sentAt: batch.sentAt,
      timeoutSeconds: template.request.Timeout ?? null,
    })),
  };
}
