import type { Api } from '@/api/api';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import type { Batch, BatchPlan, SecretPart } from './plan';

/** Of the service's clock as it was known, and of what is told in whole seconds. */
const CLOCK_MS = 5 * 60_000;
const LARGEST_PAGE = 50;

/**
 * The InvokeId of a batch whose answer was lost, by what it looks like among the records: the same command with the same
 * values on the very same instances, not older than the try. null when there is none. Rejects with ApiError.
 * @param secrets null: not known here, so that values do not count
 */
export async function findSent(
  api: Api,
  plan: BatchPlan,
  batch: Batch,
  secrets: SecretPart | null,
): Promise<string | null> {
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
    (run) =>
      !taken.has(run.InvokeId) &&
      (parseWireTime(run.CreationTime) ?? 0) >= (batch.sentAt ?? 0) - CLOCK_MS &&
      run.Frequency === (request.Frequency ?? '') &&
      run.InvokeInstances.map((row) => row.InstanceId)
        .toSorted()
        .join() === ids &&
      (secrets === null || isAskedWith(run, secrets)),
  );
  return found?.InvokeId ?? null;
}

function isAskedWith(run: Invocation, { Parameters = {}, CommandContent }: SecretPart): boolean {
  const names = Object.keys(Parameters);
  return (
    names.length === Object.keys(run.Parameters).length &&
    names.every((name) => run.Parameters[name] === Parameters[name]) &&
    (CommandContent === undefined || run.CommandContent === CommandContent)
  );
}
