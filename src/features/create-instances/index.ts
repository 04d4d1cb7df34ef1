import type { RouteObject } from 'react-router-dom';

/** The sheet over the list of the instances: a child of `instances`. */
export const createRoute: RouteObject = { path: 'create', lazy: () => import('./CreatePage') };

/** What becomes of instances that were asked for, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'instances/create/progress', lazy: () => import('./progress/ProgressPage') },
];
