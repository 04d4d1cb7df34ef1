/** A set of whole numbers that costs what its gaps cost, not what its members do. */
export interface NumberSet {
  readonly size: number;
  /** The greatest; 0 when there is none. */
  readonly last: number;
  has(number: number): boolean;
  /** How many of it are greater. */
  above(number: number): number;
}

/** @param runs first and last of neighbours, ascending, none twice */
export function numberSet(runs: readonly (readonly [first: number, last: number])[]): NumberSet {
  let size = 0;
  const counted = runs.map(([first, last]) => {
    const before = size;
    size += last - first + 1;
    return { first, last, before };
  });

  function upTo(number: number): number {
    let low = 0;
    let high = counted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (counted[middle]!.first <= number) low = middle + 1;
      else high = middle;
    }
    const run = counted[low - 1];
    return run ? run.before + Math.min(number, run.last) - run.first + 1 : 0;
  }

  return {
    size,
    last: counted.at(-1)?.last ?? 0,
    has: (number) => upTo(number) > upTo(number - 1),
    above: (number) => size - upTo(number),
  };
}
