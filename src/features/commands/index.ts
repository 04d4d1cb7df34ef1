import type { RouteObject } from 'react-router-dom';

/**
 * The pages of the saved commands, below `/:region`. The list stays mounted under the sheets and dialogs that are its
 * children; the app adds the run sheet there (`:commandId/run`).
 */
export const routes: RouteObject[] = [
  {
    path: 'commands',
    lazy: () => import('./CommandsPage'),
    children: [
      { path: 'new', lazy: () => import('./CommandFormPage') },
      { path: 'import', lazy: () => import('./transfer/ImportPage') },
      { path: ':commandId/copy', lazy: () => import('./CommandFormPage') },
      { path: ':commandId/edit', lazy: () => import('./CommandEditPage') },
    ],
  },
  { path: 'commands/:commandId', lazy: () => import('./CommandPage') },
];
