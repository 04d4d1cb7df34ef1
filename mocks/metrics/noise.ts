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

/** Wanders smoothly, with a new direction every `step` indices; −1 ≤ x < 1. */
export function waveAt(seed: number, index: number, step: number): number {
  const cell = Math.floor(index / step);
  const within = (index - cell * step) / step;
  const eased = within * within * (3 - 2 * within);
  const from = noiseAt(seed, cell);
  return from + (noiseAt(seed, cell + 1) - from) * eased;
}
