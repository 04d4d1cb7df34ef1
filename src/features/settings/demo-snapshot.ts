import { useEffect, useState } from 'react';
import { useDemoControl, type DemoFault } from '@/api/demo-control';

export interface DemoSnapshot {
  fleetSize: number;
  faults: readonly DemoFault[];
  latencyMs: number;
}

/** Failures are used up by calls of any page and any moment, so the state is looked at again this often. */
const LOOK_AGAIN_MS = 1000;

const listeners = new Set<() => void>();

/** Call after changing the demo, so that the whole page shows it at once. */
export function demoChanged(): void {
  for (const listener of listeners) listener();
}

/** The demo's state as it is now. The control itself does not tell of changes. */
export function useDemoSnapshot(): DemoSnapshot {
  const demo = useDemoControl();
  const [, setLooks] = useState(0);
  useEffect(() => {
    const look = () => setLooks((looks) => looks + 1);
    const timer = setInterval(look, LOOK_AGAIN_MS);
    listeners.add(look);
    return () => {
      clearInterval(timer);
      listeners.delete(look);
    };
  }, []);
  return demo ?? { fleetSize: 0, faults: [], latencyMs: 0 };
}
