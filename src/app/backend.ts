import { createApi, type Api } from '@/api/api';
import { DEMO_CREDENTIALS } from '@/api/demo-credentials';
import type { DemoControl } from '@/api/demo-control';
import { createPacing, type Pacing } from '@/api/pacing';
import { createRpc, type CallEntry, type RpcConfig } from '@/api/rpc';
import { forgetNotesOfDemo } from '@/features/settings';
import { createCallLog, type CallLog } from '@/api/call-log';
import { chosenBackEnd } from './connect/choice';
import type { LiveConnection } from './connect/live';

/** What answers the pages' calls: the demo or a real cloud. */
export interface Backend {
  api: Api;
  demo: DemoControl | null;
  live: LiveConnection | null;
  calls: CallLog;
  pacing: Pacing;
}

/** Where the console is connected to an account; no back end is opened there. */
export const CONNECT_PATH = '/connect';

/**
 * Opens the back end this browser uses, at first the demo. Null: nobody can say which, or the address asks for the
 * choice.
 * @throws BackendUnavailable, and nothing else
 */
export async function openBackend(): Promise<Backend | null> {
  if (window.location.pathname === CONNECT_PATH) return null;
  const choice = chosenBackEnd();
  if (choice === 'demo') return openDemo();
  try {
    const { reopenLive } = await import('./connect/open-live');
    return await reopenLive(choice);
  } catch (error) {
    throw new BackendUnavailable('notLoaded', error);
  }
}

/** What every back end has in common. */
export function createBackend({
  live = null,
  demo = null,
  onCall,
  ...config
}: RpcConfig & Partial<Pick<Backend, 'demo' | 'live'>>): Backend {
  const calls = createCallLog();
  const pacing = createPacing();
  const rpc = createRpc({
    ...config,
    pacing,
    lookUp: async (lost) => {
      const { lookForLost } = await import('@/api/lost-answers');
      return lookForLost(lost);
    },
    onCall: (entry) => {
      calls.add(entry);
      onCall?.(entry);
      if (entry.found) void tellFound(entry);
    },
  });
  return { api: createApi(rpc), demo, live, calls, pacing };
}

async function tellFound(entry: CallEntry): Promise<void> {
  const { tellWhatWasFound } = await import('./connect/tell-found');
  tellWhatWasFound(entry);
}

/** Why there is no back end, in the order of what the user can do about it. */
export type BackendProblem =
  'insecure' | 'damaged' | 'newerVersion' | 'storageRefused' | 'notLoaded' | 'failed';

export class BackendUnavailable extends Error {
  override readonly name = 'BackendUnavailable';
  readonly problem: BackendProblem;

  constructor(problem: BackendProblem, cause: unknown) {
    super(cause instanceof Error ? cause.message : problem, { cause });
    this.problem = problem;
  }
}

/**
 * Opens the demo: the emulator answers the very requests that a cloud would get, in the page, before any network.
 * The emulator is this one dynamic import, so that a back end with real credentials never downloads it.
 * @throws BackendUnavailable, and nothing else
 */
async function openDemo(): Promise<Backend> {
  if (!window.isSecureContext) throw new BackendUnavailable('insecure', null);
  const { startEmulator } = await import('@mocks/browser').catch((error: unknown) => {
    throw new BackendUnavailable('notLoaded', error);
  });
  try {
    return createBackend({ credentials: DEMO_CREDENTIALS, demo: await startEmulator() });
  } catch (error) {
    throw new BackendUnavailable(problemOf(error), error);
  }
}

/** Throws away what the demo stored, in whatever state it is, and starts again. */
export async function eraseDemo(): Promise<void> {
  const { resetDemoData } = await import('@mocks/browser');
  // The way out must not fail for want of them.
  await forgetNotesOfDemo().catch(() => undefined);
  await resetDemoData();
  window.location.reload();
}

function problemOf(error: unknown): BackendProblem {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'JournalUnusable' && 'reason' in error) {
    if (error.reason === 'damaged' || error.reason === 'newerVersion') return error.reason;
    if (error.reason === 'unavailable') return 'storageRefused';
  }
  return error.name === 'SecurityError' ? 'storageRefused' : 'failed';
}
