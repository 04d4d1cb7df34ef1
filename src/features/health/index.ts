import type { RouteObject } from 'react-router-dom';

/** The health of a region's instances, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'health', lazy: () => import('./HealthPage') }];

export { NEEDS_A_PERSON } from './health-totals';
export { useHealthOf } from './use-health-of';
export { useRegionHealth } from './use-region-health';
