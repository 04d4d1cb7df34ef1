/** Long work that lets others have their turn: the emulator shares the thread with the page. */
export interface Turns {
  /** Tells that so much of a metric's time, ms, was worked out; resolves later when that makes enough for one go. */
  after(worked: number): Promise<void>;
}

/** About 10 ms of work. */
const ONE_GO_MS = 4000 * 60_000;

export function inTurns(): Turns {
  let done = 0;
  return {
    async after(worked) {
      done += worked;
      if (done < ONE_GO_MS) return;
      done = 0;
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
