import { DEMO_CREDENTIALS } from '@/api/demo-credentials';
import type { DemoControl, DemoFault } from '@/api/demo-control';
import { answerApiCalls } from './api-calls';
import { createClock } from './clock';
import { createEmulator } from './emulator';
import type { Emulator } from './emulator';
import { createFaultBoard, parseFaults } from './faults';
import type { FaultBoard } from './faults';
import { JournalUnusable } from './journal';
import { destroyIdbJournal, openIdbJournal } from './journal-idb';
import { createLazyRunner } from './lazy-runner';

export { JournalUnusable } from './journal';

const FAULTS_KEY = 'demo-faults';
/** How soon a schedule's firing is run while nobody asks for anything. Real ms. */
const PUMP_MS = 10_000;

/**
 * Puts the emulator between this page and the API's addresses, with the account kept in this browser. Rejects with
 * JournalUnusable when its data cannot be read; `resetDemoData` is the way out.
 */
export async function startEmulator(): Promise<DemoControl> {
  const clock = createClock();
  const journal = await openIdbJournal(() => ({
    bornAt: clock.now(),
    seed: 1,
    fleetSize: 60,
    profile: 'manual',
  }));
  const faults = rememberedFaults();
  const emulator = await createEmulator({
    journal,
    clock,
    runner: createLazyRunner(async () => (await import('./agent/browser-runner')).createBrowserRunner()),
    credentials: { [DEMO_CREDENTIALS.accessKeyId]: DEMO_CREDENTIALS.accessKeySecret },
    faults,
    onError: (error) => reportError(error),
  });
  answerApiCalls((request) => emulator.handle(request));
  setInterval(() => {
    if (!document.hidden) emulator.pump().catch(reportError);
  }, PUMP_MS);
  return createDemoControl(emulator, faults);
}

/** Removes the stored account, readable or not. The next `startEmulator` makes a new one. */
export async function resetDemoData(): Promise<void> {
  await destroyIdbJournal();
}

/** Faults and latency of this tab, kept over a reload. */
function rememberedFaults(): FaultBoard {
  const board = createFaultBoard(() => {
    sessionStorage.setItem(FAULTS_KEY, JSON.stringify({ faults: board.list(), latencyMs: board.latencyMs }));
  });
  const kept = sessionStorage.getItem(FAULTS_KEY);
  if (kept === null) return board;
  try {
    const { faults, latencyMs } = JSON.parse(kept) as { faults?: unknown; latencyMs?: unknown };
    board.set(parseFaults(faults));
    board.latencyMs = Number(latencyMs);
  } catch {
    sessionStorage.removeItem(FAULTS_KEY);
  }
  return board;
}

function createDemoControl(emulator: Emulator, board: FaultBoard): DemoControl {
  return {
    get fleetSize() {
      return emulator.meta.fleetSize;
    },
    setFleetSize: (fleetSize) => emulator.remake({ fleetSize }),
    reset: () => emulator.reset(),
    async exportData() {
      return new Blob([JSON.stringify(await emulator.exportAll())], { type: 'application/json' });
    },
    async importData(file) {
      await emulator.importAll(parseJson(await file.text()));
    },
    get faults() {
      return board
        .list()
        .map(({ action, code = '', status = 400, times = Infinity }) => ({ action, code, status, times }));
    },
    set faults(faults: readonly DemoFault[]) {
      board.set(faults.map(({ times, ...fault }) => (Number.isFinite(times) ? { ...fault, times } : fault)));
    },
    get latencyMs() {
      return board.latencyMs;
    },
    set latencyMs(latencyMs) {
      board.latencyMs = latencyMs;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JournalUnusable('badImport', 'This file is not JSON.', error);
  }
}
