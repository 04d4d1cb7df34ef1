import type { Api } from '@/api/api';
import { parseWireTime } from '@/api/wire-times';
import type { Batch, BatchPlan } from './plan';

/** The service's clock may be behind this one. */
const CLOCK_MS = 5 * 60_000;
const LARGEST_PAGE = 50;

/**
 * The InvokeId of a batch whose answer was lost, by what it looks like among the records: the same command on the very same
 * instances, not older than the try. null when there is none. Rejects with ApiError.
 */
export async function findSent(api: Api, plan: BatchPlan, batch: Batch): Promise<string | null> {
  const { action, request } = plan.template;
  const page = await api.ecs.describeInvocations({
    RegionId: plan.region,
    ...(action === 'InvokeCommand' ? { CommandId: request.CommandId } : {}),
    ...(batch.instanceIds[0] === undefined ? {} : { InstanceId: batch.instanceIds[0] }),
    PageNumber: 1,
    PageSize: LARGEST_PAGE,
  });
  const ids = batch.instanceIds.toSorted().join();
  const taken = new Set(plan.batches.map(({ invokeId }) => invokeId));
  const found = page.items.find(
    ({ InvokeId, CreationTime, InvokeInstances }) =>
      !taken.has(InvokeId) &&
      (parseWireTime(CreationTime) ?? 0) >= (batch.sentAt ?? 0) - CLOCK_MS &&
      InvokeInstances.map((row) => row.InstanceId)
        .toSorted()
        .join() === ids,
  );
  return found?.InvokeId ?? null;
}
