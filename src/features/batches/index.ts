import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

/** The page of a run in batches, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'runs/:runId', lazy: () => import('./page/BatchRunPage') }];

/** Drives the runs under way; for the frame, while `useHasUnfinishedRuns` says that there are any. */
export const BatchRunner = lazy(() =>
  import('./BatchRunner').then((module) => ({ default: module.BatchRunner })),
);

/** The region's runs in batches: unfinished ones and those of the last day, a line each; for the page of the records. */
export const BatchRunsNote = lazy(() =>
  import('./BatchRunsNote').then((module) => ({ default: module.BatchRunsNote })),
);

/** Stops a schedule that went out in batches; for the dialogs of the schedules. */
export const StopBatchedSchedule = lazy(() =>
  import('./StopBatchedSchedule').then((module) => ({ default: module.StopBatchedSchedule })),
);

/** Forgets an account's plans of runs. Rejects when this browser keeps nothing. */
export async function forgetPlans(account: string): Promise<void> {
  const { forgetPlansOf } = await import('./forget-plans');
  await forgetPlansOf(account);
}

export { batchCli } from './batch-call';
export { batchRunPath } from './batch-paths';
export { type BatchPlan, type RunTemplate, type SecretPart, stepOf } from './plan';
export { startBatches, type StartOptions } from './start-batches';
export { PLANS } from './plans-kept';
export { useHasUnfinishedRuns } from './unfinished';
export { COUNT_KINDS, countsOf, useHeadline } from './use-headline';
export { useAccountPlans, usePlans } from './use-plans';
export { type OpenBatchRun, pauseBatchRun, useOpenBatchRuns } from './use-open-runs';
