import type Ecs from '@alicloud/ecs20140526';
import { beforeAll, beforeEach, vi } from 'vitest';
import { type EmulatorProcess, startEmulatorProcess } from './emulator-process';
import { RUN_EMULATOR, runClient } from './run-client';
import { type Call, v1Call, v3Call, v3Client } from './vendor-clients';

/** An emulator over HTTP, with the vendor's SDKs as its clients. */
export interface EmulatorForTests extends EmulatorProcess {
  /** ECS through the SDK of today. */
  client: Ecs;
  /** The same, for runs: instances by their names. */
  ecs: ReturnType<typeof runClient>;
  /** ECS through the older SDK. */
  get: Call;
  post: Call;
  /** CloudMonitor, through either SDK. */
  cms: Record<'v1 GET' | 'v1 POST' | 'v3', Call>;
  /** The orchestration service, through either SDK. */
  oos: Record<'v1 POST' | 'v3', Call>;
  /** Lets so many seconds pass in the account. */
  later(seconds: number): Promise<void>;
}

const running = new Map<string, Promise<EmulatorProcess>>();

/**
 * The emulator over HTTP that a file's tests ask. Each test finds it as it was started; with `keep` only the first does.
 * Files that want the same one share a process, one file after the other; it ends with the worker that runs them.
 */
export async function emulatorForTests(
  options: readonly string[] = RUN_EMULATOR,
  { keep = false } = {},
): Promise<EmulatorForTests> {
  vi.setConfig({ hookTimeout: 40_000, testTimeout: 40_000 });
  const key = options.join(' ');
  const starting = running.get(key) ?? startEmulatorProcess(options);
  running.set(key, starting);
  const emulator = await starting;
  (keep ? beforeAll : beforeEach)(() => emulator.control('reset'));
  const client = v3Client(emulator);
  return {
    ...emulator,
    client,
    ecs: runClient(client),
    get: v1Call(emulator, 'GET'),
    post: v1Call(emulator, 'POST'),
    cms: {
      'v1 GET': v1Call(emulator, 'GET', { product: 'cms' }),
      'v1 POST': v1Call(emulator, 'POST', { product: 'cms' }),
      v3: v3Call(emulator, 'cms'),
    },
    oos: { 'v1 POST': v1Call(emulator, 'POST', { product: 'oos' }), v3: v3Call(emulator, 'oos') },
    later: (seconds) => emulator.control('clock', { advance: seconds }),
  };
}
