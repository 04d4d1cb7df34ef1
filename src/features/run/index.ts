import type { RouteObject } from 'react-router-dom';

/** The sheet that runs a command, a child of the page `commands`: it opens over the list (manual 1.2.2). */
export const runRoute: RouteObject = { path: ':commandId/run', lazy: () => import('./RunPage') };
