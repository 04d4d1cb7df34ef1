import type { RouteObject } from 'react-router-dom';

/** The operations calendar, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'calendar', lazy: () => import('./CalendarPage') }];
