import type { RouteObject } from 'react-router-dom';

/** The settings, beside the regions. */
export const routes: RouteObject[] = [{ path: 'settings', lazy: () => import('./SettingsPage') }];

/** Forgets what this browser notes beside the demo's account: what it names goes with the account. */
export async function forgetNotesOfDemo(): Promise<void> {
  const { forgetDemoNotes } = await import('./forget-notes');
  await forgetDemoNotes();
}
