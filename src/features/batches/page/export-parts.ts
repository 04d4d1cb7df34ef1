import type { Invocation } from '@/api/ecs/invocations';
import type { ExportBatch, UnsentInstance } from '@/features/invocations';
import type { Batch, BatchPlan } from '../plan';

/** What a file with the run's results is called. */
export function exportName({ name, id }: BatchPlan): string {
  return name === '' ? id : `${name}-${id}`;
}

/**
 * The batch of each instance that a record names, and the instances that none does, for a file with the run's results.
 * @param records those that could be read
 */
export function exportParts(plan: BatchPlan, records: readonly Invocation[]) {
  const read = new Set(records.map(({ InvokeId }) => InvokeId));
  const sent = new Map<string, ExportBatch>();
  const unsent: UnsentInstance[] = [];
  for (const [index, batch] of plan.batches.entries()) {
    const part = { RunId: plan.id, Batch: index + 1 };
    const isSent = batch.invokeId !== null && read.has(batch.invokeId);
    for (const instanceId of batch.instanceIds) {
      if (isSent) sent.set(instanceId, { ...part, BatchState: 'sent' });
      else unsent.push(unsentOf(plan, instanceId, { ...part, BatchState: stateOf(batch) }, batch));
    }
    for (const instanceId of batch.leftOut) {
      unsent.push(unsentOf(plan, instanceId, { ...part, BatchState: 'leftOut' }, null));
    }
  }
  return { batchOf: (instanceId: string) => sent.get(instanceId), unsent };
}

function stateOf({ state, invokeId }: Batch): ExportBatch['BatchState'] {
  if (invokeId !== null) return 'noRecord';
  return state === 'refused' ? 'refused' : 'notSent';
}

function unsentOf(
  { names }: BatchPlan,
  instanceId: string,
  part: ExportBatch,
  batch: Batch | null,
): UnsentInstance {
  const { code: errorCode = '', message: errorInfo = '' } = batch?.error ?? {};
  const invokeId = batch?.invokeId ?? null;
  return { instanceId, invokeId, name: names[instanceId] ?? instanceId, batch: part, errorCode, errorInfo };
}
