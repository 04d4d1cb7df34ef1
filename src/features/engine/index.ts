import type { RouteObject } from 'react-router-dom';

/** The pages of the runs handed to the cloud's own engine, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'engine-runs', lazy: () => import('./list/EngineRunsPage') },
  { path: 'engine-runs/:executionId', lazy: () => import('./page/EngineRunPage') },
];

export { countResources, overallOf } from './engine-items';
export { EXECUTION_LOOK } from './engine-look';
export { enginePaths } from './engine-paths';
export { executionQuery, whileExecutionOpen } from './execution-query';
export { EngineFields } from './hand-over/EngineFields';
export { engineRequest, type HandedCall, templateOf } from './hand-over/engine-request';
export {
  badEngineFields,
  ENGINE_DEFAULTS,
  type EngineField,
  type EngineSettings,
  isEngineSettings,
  rateControlOf,
} from './hand-over/engine-settings';
export { useMissingRights } from './hand-over/use-missing-rights';
