import { useCallback, useEffect, useState } from 'react';

const MINUTE = 60_000;
/** Values come a little after the minute they are of. */
const AFTER_MS = 3_000;

const thisMinute = () => Math.floor(Date.now() / MINUTE) * MINUTE;

/**
 * The begin of the minute, epoch ms, and a function that reads it anew. It goes on while `isRunning` and the page is seen:
 * a hidden tab asks for nothing and catches up when it is looked at again.
 */
export function useMinute(isRunning: boolean): [minute: number, read: () => void] {
  const [minute, setMinute] = useState(thisMinute);
  const read = useCallback(() => setMinute(thisMinute()), []);
  useEffect(() => {
    if (!isRunning) return;
    let timer: ReturnType<typeof setTimeout>;
    const stop = () => clearTimeout(timer);
    const start = () => {
      stop();
      if (document.hidden) return;
      read();
      timer = setTimeout(start, MINUTE - (Date.now() % MINUTE) + AFTER_MS);
    };
    start();
    document.addEventListener('visibilitychange', start);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', start);
    };
  }, [isRunning, read]);
  return [minute, read];
}
