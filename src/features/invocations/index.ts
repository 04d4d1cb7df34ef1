import type { RouteObject } from 'react-router-dom';

/** The pages of the execution records, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'invocations', lazy: () => import('./InvocationsPage') },
  { path: 'invocations/:invokeId', lazy: () => import('./InvocationPage') },
];

export { useInstanceNames } from './queries';
export { StopDialog } from './record/StopDialog';
export { runProgress } from './run-progress';
