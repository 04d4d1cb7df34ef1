import type { RouteObject } from 'react-router-dom';

/** The explorer of the API, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'explorer/:action?', lazy: () => import('./ExplorerPage') }];

export { explorerPath } from './paths';
