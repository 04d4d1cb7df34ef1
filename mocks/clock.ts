/** The world's one source of "now", in epoch milliseconds. Nothing in `mocks` reads the machine's clock but this file. */
export interface Clock {
  now(): number;
  /** Moves the world to an instant; time then goes on from there. */
  set(epochMs: number): void;
  advance(milliseconds: number): void;
  /** The machine's own time, for request timestamps: moving the world must not make a signature look stale. */
  machine(): number;
}

export function createClock(machine: () => number = Date.now, startAt?: number): Clock {
  let offset = startAt === undefined ? 0 : startAt - machine();
  return {
    now: () => machine() + offset,
    set: (epochMs) => {
      offset = epochMs - machine();
    },
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    machine,
  };
}
