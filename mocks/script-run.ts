import type { ScriptJob, ScriptResult, ScriptRunner } from './agent/runner';
import { failure } from './execution-ending';
import type { EndedEarly } from './execution-ending';

/** How often a running script is held against the world's clock and the user's stop. Real ms. */
const WATCH_MS = 250;
/** A script that was told to end and does not is given up after this long. Real ms. */
const GRACE_MS = 5_000;

export interface Watcher {
  /** Asked again and again: a reason to end the script now. */
  verdict(): EndedEarly;
  /** Ends the script as `gone`. */
  closed: AbortSignal;
  onError(error: unknown): void;
}

/** Runs one script to its end or to the watcher's verdict; always resolves. */
export async function runScript(
  runner: ScriptRunner,
  job: ScriptJob,
  { verdict, closed, onError }: Watcher,
): Promise<{ result: ScriptResult; early: EndedEarly }> {
  const ender = new AbortController();
  let early: EndedEarly = null;
  const endEarly = (why: EndedEarly) => {
    if (why === null) return;
    early ??= why;
    ender.abort();
  };
  const close = () => endEarly('gone');
  closed.addEventListener('abort', close);
  const watch = setInterval(() => endEarly(verdict()), WATCH_MS);
  try {
    return { result: await withGrace(runner.run(job, ender.signal), ender.signal), early };
  } catch (error) {
    onError(error);
    return { result: failure('ExecutionException', 'the command execution failed with an exception'), early };
  } finally {
    clearInterval(watch);
    closed.removeEventListener('abort', close);
  }
}

/** A runner that ignores the order to end must not hold its record for ever. */
function withGrace(running: Promise<ScriptResult>, signal: AbortSignal): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () => resolve(failure('ExecutionException', 'the script could not be ended'));
    signal.addEventListener('abort', () => {
      grace = setTimeout(giveUp, GRACE_MS);
    });
    running.then(resolve, reject).finally(() => clearTimeout(grace));
  });
}
