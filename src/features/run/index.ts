import type { RouteObject } from 'react-router-dom';

export { runAddress, type RunPrefill, scriptAddress } from './run-paths';

/** Forgets the scripts lately run in this tab. */
export async function forgetRecentScripts(): Promise<void> {
  const { forgetScripts } = await import('./script/recent-scripts');
  forgetScripts();
}

/** The sheet that runs a command, a child of the page `commands`: it opens over the list (manual 1.2.2). */
export const runRoute: RouteObject = { path: ':commandId/run', lazy: () => import('./RunPage') };

/** The sheet that runs a script without saving it, in the same place. */
export const runScriptRoute: RouteObject = {
  path: 'run-script',
  lazy: () => import('./script/RunScriptPage'),
};
