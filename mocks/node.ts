import type { Limits, Profile } from '@/domain/limits';
import type { ScriptRunner } from './agent/runner';
import { createClock } from './clock';
import type { Clock } from './clock';
import { createEmulator } from './emulator';
import type { Emulator } from './emulator';
import type { Journal } from './journal';
import { createMemoryJournal } from './journal-memory';
import { createLazyRunner } from './lazy-runner';
import type { World, WorldSeed } from './world/world';

export interface TestEmulatorOptions {
  /** World time at the start, epoch ms. */
  now?: number;
  seed?: number;
  fleetSize?: number;
  profile?: Profile;
  limits?: Partial<Limits>;
  runner?: ScriptRunner;
  /** To share one account between emulators. */
  journal?: Journal;
  clock?: Clock;
  makeWorld?: (seed: WorldSeed) => World;
}

export interface TestEmulator {
  /** As the platform's own, answered by the emulator: nothing is intercepted. */
  fetch: typeof fetch;
  emulator: Emulator;
  clock: Clock;
  journal: Journal;
  /** What the emulator could not cope with; a test may want it to stay empty. */
  defects: unknown[];
}

/** An emulator for tests, its state in memory. Keys: `testid` / `testsecret` and the demo's `demo` / `demo`. */
export async function createTestEmulator(options: TestEmulatorOptions = {}): Promise<TestEmulator> {
  const clock = options.clock ?? createClock(Date.now, options.now);
  const { seed = 1, fleetSize = 60, profile = 'manual' } = options;
  const journal = options.journal ?? createMemoryJournal({ bornAt: clock.now(), seed, fleetSize, profile });
  const defects: unknown[] = [];
  const emulator = await createEmulator({
    journal,
    clock,
    runner:
      options.runner ??
      createLazyRunner(async () => (await import('./agent/inline-runner')).createInlineRunner()),
    credentials: { testid: 'testsecret', demo: 'demo' },
    onError: (error) => defects.push(error),
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.makeWorld ? { makeWorld: options.makeWorld } : {}),
  });
  return { fetch: fetchFrom(emulator), emulator, clock, journal, defects };
}

/** Fails as the platform's `fetch` does: TypeError when the network breaks, the signal's reason when aborted. */
function fetchFrom(emulator: Emulator): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true });
    });
    const response = await Promise.race([emulator.handle(request), aborted]);
    if (response.type === 'error') throw new TypeError('fetch failed');
    return response;
  };
}
