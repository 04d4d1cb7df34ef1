const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** How often the time is looked at. A sleeping computer stops timers, so the clock is asked, not the timer. */
const LOOK_MS = 10_000;

/**
 * Calls `lock` once when nobody has touched the page for so many minutes. `noted` is told of signs of life, at most every
 * 10 s. Returns the undo.
 */
export function watchIdle(minutes: number, lock: () => void, noted: () => void): () => void {
  let lastAt = Date.now();
  let touched = false;
  const touch = () => {
    lastAt = Date.now();
    touched = true;
  };
  const look = () => {
    if (Date.now() - lastAt >= minutes * 60_000) {
      stop();
      lock();
    } else if (touched) {
      touched = false;
      noted();
    }
  };
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  for (const name of SIGNS_OF_LIFE) document.addEventListener(name, touch, { capture: true, passive: true });
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const name of SIGNS_OF_LIFE) document.removeEventListener(name, touch, { capture: true });
  };
  return stop;
}
