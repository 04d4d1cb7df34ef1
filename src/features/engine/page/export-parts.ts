import type { Invocation } from '@/api/ecs/invocations';
import type { ExportBatch, UnsentInstance } from '@/features/invocations';
import type { EngineItem } from '../engine-items';

/** The batch of each instance with a record, and the instances without one, for a file with the run's results. */
export function exportParts(RunId: string, items: readonly EngineItem[], records: readonly Invocation[]) {
  const read = new Set(
    records.flatMap((record) => record.InvokeInstances.map(({ InstanceId }) => InstanceId)),
  );
  const batches = new Map<string, ExportBatch>();
  const unsent: UnsentInstance[] = [];
  for (const { instanceId, batch, outcome, message } of items) {
    const part = { RunId, Batch: batch ?? 1 };
    if (read.has(instanceId)) batches.set(instanceId, { ...part, BatchState: 'sent' });
    else {
      const BatchState = outcome === 'failed' ? 'refused' : 'notSent';
      unsent.push({
        ...{ instanceId, invokeId: null, name: instanceId, batch: { ...part, BatchState } },
        ...{ errorCode: '', errorInfo: message },
      });
    }
  }
  return { batchOf: (instanceId: string) => batches.get(instanceId), unsent };
}
