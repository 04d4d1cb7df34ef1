import type { RouteObject } from 'react-router-dom';

/** The overview of a region and of the events of all regions, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'overview', lazy: () => import('./OverviewPage') }];
