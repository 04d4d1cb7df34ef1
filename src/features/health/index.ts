import type { RouteObject } from 'react-router-dom';

/** The health of a region's instances, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'health', lazy: () => import('./HealthPage') }];

export { useHealthWords } from './use-health-words';
