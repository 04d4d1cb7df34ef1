import { lazy, Suspense } from 'react';

const Bell = lazy(() =>
  import('./NotificationBell').then((module) => ({ default: module.NotificationBell })),
);

/** Finished runs and new system events, for the top bar; comes after the first paint. */
export function NotificationBell() {
  return (
    <Suspense>
      <Bell />
    </Suspense>
  );
}

/** The opt-in to the browser's own notifications, for the settings. */
export const BrowserNoticesSwitch = lazy(() =>
  import('./BrowserNoticesSwitch').then((module) => ({ default: module.BrowserNoticesSwitch })),
);

/** Forgets what was told of an account, and what is waited for. */
export async function forgetNotifications(account: string): Promise<void> {
  const { newsStoreOf } = await import('./news-store');
  const { NO_NEWS } = await import('./news');
  await newsStoreOf(account).change(() => NO_NEWS);
}
