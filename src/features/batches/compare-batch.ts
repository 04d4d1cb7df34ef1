import type { Api } from '@/api/api';
import { isFinal, outcomeOf } from '@/domain/invocation-status';
import { createOutputEngine } from '@/features/invocations';
import type { BatchPlan } from './plan';

/**
 * Whether every instance of a batch answered as the canary did: equal outcome, exit code and output, times, process IDs,
 * addresses and the instance's own name apart. Reads the outputs from the records. Rejects with ApiError.
 */
export async function answersAlike(
  api: Api,
  plan: BatchPlan,
  index: number,
  signal: AbortSignal,
): Promise<boolean> {
  const compared = plan.batches.filter(
    ({ canary, state }, place) => place === index || (canary && state === 'ended'),
  );
  const pages = await Promise.all(
    compared.map(({ invokeId }) =>
      api.ecs.describeInvocationResultsAll({ RegionId: plan.region, InvokeId: invokeId ?? '' }, { signal }),
    ),
  );
  const rows = pages.flat();
  const engine = createOutputEngine();
  try {
    engine.tell(new Map(rows.map((row) => [row.InstanceId, row.Output])));
    const answers = rows.map((row) => {
      const outcome = outcomeOf({
        invocationStatus: row.InvocationStatus || undefined,
        oldStatus: row.InvokeRecordStatus || undefined,
        exitCode: row.ExitCode,
      });
      const exitCode = isFinal(outcome) ? row.ExitCode : undefined;
      return { instanceId: row.InstanceId, outcome, exitCode, errorCode: row.ErrorCode, isFailure: false };
    });
    const own = Object.fromEntries(
      rows.map(({ InstanceId }) => [InstanceId, [InstanceId, plan.names[InstanceId] ?? InstanceId]]),
    );
    const { families } = await engine.work('groups', answers, own);
    return families.length <= 1;
  } finally {
    engine.end();
  }
}
