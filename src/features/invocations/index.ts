import type { RouteObject } from 'react-router-dom';

/** The pages of the execution records, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'invocations', lazy: () => import('./InvocationsPage') },
  { path: 'invocations/:invokeId', lazy: () => import('./InvocationPage') },
];

/** The tab of an instance's page that lists what ran on it. */
export const instanceRoutes: RouteObject[] = [
  { path: 'invocations', lazy: () => import('./list/InstanceRecordsTab') },
];

export { createOutputEngine } from './compare/engine-link';
export type { OutputDiff } from './compare/diff-lines';
export { DiffView } from './compare/DiffView';
export { RunResults, type RunResultsProps } from './compare/RunResults';
export type { ExportBatch, UnsentInstance } from './export/export-row';
export { LastRuns, type LastRunsWords } from './list/LastRuns';
export { recordPaths } from './paths';
export { useInstanceNames, useLastRuns } from './queries';
export { deservesAnother } from './record/run-again';
export { StopDialog } from './record/StopDialog';
export { type InstanceRun, needsAttention, runProgress, type RunProgress } from './run-progress';
