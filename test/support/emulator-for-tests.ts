import { beforeAll, beforeEach, vi } from 'vitest';
import { type EmulatorProcess, startEmulatorProcess } from './emulator-process';
import { RUN_EMULATOR } from './run-client';

const running = new Map<string, Promise<EmulatorProcess>>();

/**
 * The emulator over HTTP that a file's tests ask. Each test finds it as it was started; with `keep` only the first does.
 * Files that want the same one share a process, one file after the other; it ends with the worker that runs them.
 */
export async function emulatorForTests(
  options: readonly string[] = RUN_EMULATOR,
  { keep = false } = {},
): Promise<EmulatorProcess> {
  vi.setConfig({ hookTimeout: 40_000, testTimeout: 40_000 });
  const key = options.join(' ');
  const starting = running.get(key) ?? startEmulatorProcess(options);
  running.set(key, starting);
  const emulator = await starting;
  (keep ? beforeAll : beforeEach)(() => emulator.control('reset'));
  return emulator;
}
