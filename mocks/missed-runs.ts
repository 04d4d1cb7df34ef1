import type { ExecutionKey } from './acts';
import type { Ledger } from './ledger';
import type { Execution } from './run-record';
import { isUnrun, recordOf } from './periodic';
import type { Scene } from './periodic';

/** What is asked for beyond this pushes out what was asked for longest ago. */
const MOST_ASKED = 1000;

/** Firings of the past that somebody looks at. Their scripts are run as there is room, what was asked for last first. */
export function createMissedRuns() {
  const asked = new Map<string, ExecutionKey>();
  return {
    /** Whether there is anything to run among them. */
    ask(records: readonly Execution[]): boolean {
      const unrun = records.filter(isUnrun);
      for (const { invokeId, instanceId, repeat } of unrun) {
        const name = `${invokeId}/${instanceId}/${repeat}`;
        asked.delete(name);
        asked.set(name, { invokeId, instanceId, repeat });
      }
      for (const name of asked.keys()) {
        if (asked.size <= MOST_ASKED) break;
        asked.delete(name);
      }
      return unrun.length > 0;
    },
    /** Those that still have no outcome, one after another; the others are forgotten. */
    *unrun(ledger: Ledger, scene: Scene): Generator<Execution> {
      for (const [name, key] of [...asked].reverse()) {
        const invocation = ledger.invocations.get(key.invokeId);
        const record =
          invocation?.periodic &&
          recordOf(invocation, invocation.periodic, key.instanceId, key.repeat, scene);
        if (record && isUnrun(record)) yield record;
        else asked.delete(name);
      }
    },
  };
}
