import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';

/** Help as a page, below `/:region`: all of it, and one entry. */
export const routes: RouteObject[] = [
  { path: 'help', lazy: () => import('./HelpPage') },
  { path: 'help/:id', lazy: () => import('./HelpPage') },
];

/** For the top bar; comes after the first paint. Wrap it in a Suspense. */
export const HelpButton = lazy(() => import('./HelpButton'));

export { HelpLink } from './HelpLink';
