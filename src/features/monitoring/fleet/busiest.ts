import type { FleetInstance } from './fleet-instance';

export interface Ranked {
  instance: FleetInstance;
  value: number;
}

/** The instances with the largest values, largest first; those without a value are not ranked. */
export function busiest(
  instances: readonly FleetInstance[],
  figure: ReadonlyMap<string, number>,
  count: number,
): Ranked[] {
  return instances
    .flatMap((instance) => {
      const value = figure.get(instance.id);
      return value === undefined ? [] : { instance, value };
    })
    .toSorted((a, b) => b.value - a.value || a.instance.name.localeCompare(b.instance.name))
    .slice(0, count);
}
