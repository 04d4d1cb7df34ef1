/**
 * Repeatable randomness by place instead of by order: the number for a seed and an index, so that any minute can be known
 * without those before it.
 */

/** 0 ≤ x < 1. */
export function drawAt(seed: number, index: number): number {
  let bits = Math.imul(seed ^ index, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 4294967296;
}

/** Independent from one index to the next, −1 ≤ x < 1. */
export function noiseAt(seed: number, index: number): number {
  return drawAt(seed, index) * 2 - 1;
}

/** What a wave of `waveOf` does not exceed from `first` on, before `end`. */
export function mostOfWave(seed: number, step: number, first: number, end: number): number {
  let most = -1;
  for (let cell = Math.floor(first / step); (cell - 1) * step < end - 1; cell += 1)
    most = Math.max(most, noiseAt(seed, cell));
  return most;
}

/**
 * Wanders smoothly, with a new direction every `step` indices; −1 ≤ x < 1. Read in order, the two directions of a step are
 * drawn once.
 */
export function waveOf(seed: number, step: number): (index: number) => number {
  let cell = Number.NaN;
  let from = 0;
  let to = 0;
  return (index) => {
    const at = Math.floor(index / step);
    if (at !== cell) {
      cell = at;
      from = noiseAt(seed, at);
      to = noiseAt(seed, at + 1);
    }
    const within = (index - at * step) / step;
    const eased = within * within * (3 - 2 * within);
    return from + (to - from) * eased;
  };
}
