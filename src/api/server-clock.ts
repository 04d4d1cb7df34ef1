/** How far the server's clock is ahead of this device's, ms. */
let ahead = 0;

/** Told by whoever learns the server's time: a device may be hours off, and what is left until a restart must not be. */
export function noteServerClock(aheadMs: number): void {
  if (Number.isFinite(aheadMs)) ahead = aheadMs;
}

/** The time by the server's clock as far as it is known, else by this device's. Epoch milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead;
}
