import type { RouteObject } from 'react-router-dom';

/** The operations calendar, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'calendar', lazy: () => import('./CalendarPage') }];

/** Forgets which events the files saved from the calendar had. */
export async function forgetCalendarFiles(): Promise<void> {
  const { forgetWritten } = await import('./written-entries');
  forgetWritten();
}
