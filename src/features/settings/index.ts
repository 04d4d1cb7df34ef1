import type { RouteObject } from 'react-router-dom';

/** The settings, beside the regions. */
export const routes: RouteObject[] = [{ path: 'settings', lazy: () => import('./SettingsPage') }];
