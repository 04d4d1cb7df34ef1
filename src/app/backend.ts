import { createApi, type Api } from '@/api/api';
import { DEMO_CREDENTIALS } from '@/api/demo-credentials';
import type { DemoControl } from '@/api/demo-control';
import { createRpc } from '@/api/rpc';
import { createCallLog, type CallLog } from './call-log';

/** What answers the pages' calls. */
export interface Backend {
  api: Api;
  /** Null when a real cloud answers. */
  demo: DemoControl | null;
  calls: CallLog;
}

/** Why there is no back end, in the order of what the user can do about it. */
export type BackendProblem =
  'insecure' | 'workerRefused' | 'damaged' | 'newerVersion' | 'storageRefused' | 'notLoaded' | 'failed';

export class BackendUnavailable extends Error {
  override readonly name = 'BackendUnavailable';
  readonly problem: BackendProblem;

  constructor(problem: BackendProblem, cause: unknown) {
    super(cause instanceof Error ? cause.message : problem, { cause });
    this.problem = problem;
  }
}

/**
 * Opens the demo: the emulator answers the very requests that a cloud would get, behind a service worker.
 * The emulator is this one dynamic import, so that a back end with real credentials never downloads it.
 * @throws BackendUnavailable, and nothing else
 */
export async function openDemo(): Promise<Backend> {
  if (!('serviceWorker' in navigator)) {
    throw new BackendUnavailable(window.isSecureContext ? 'workerRefused' : 'insecure', null);
  }
  const { startEmulator } = await import('@mocks/browser').catch((error: unknown) => {
    throw new BackendUnavailable('notLoaded', error);
  });
  try {
    const control = await startEmulator();
    const calls = createCallLog();
    const rpc = createRpc({ credentials: DEMO_CREDENTIALS, onCall: calls.add });
    return { api: createApi(rpc), demo: control, calls };
  } catch (error) {
    throw new BackendUnavailable(problemOf(error), error);
  }
}

/** Throws away what the demo stored, in whatever state it is, and starts again. */
export async function eraseDemo(): Promise<void> {
  const { resetDemoData } = await import('@mocks/browser');
  await resetDemoData();
  window.location.reload();
}

function problemOf(error: unknown): BackendProblem {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'JournalUnusable' && 'reason' in error) {
    if (error.reason === 'damaged' || error.reason === 'newerVersion') return error.reason;
    if (error.reason === 'unavailable') return 'storageRefused';
  }
  return /service ?worker/i.test(error.message) || error.name === 'SecurityError'
    ? 'workerRefused'
    : 'failed';
}
