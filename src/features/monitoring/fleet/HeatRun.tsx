import { memo, useMemo } from 'react';
import { useInTurn } from '../chart/use-in-turn';
import { type FleetInstance, heatOf } from './fleet-instance';
import { HeatCell } from './HeatCell';
import type { Figure } from './use-fleet';

/** What the cells say: the value of each instance, the value of the darkest shade, and the words for both. */
export interface Shading {
  /** Undefined while it is being read. */
  figure: Figure | undefined;
  end: number;
  describe(instance: FleetInstance): string;
}

export interface HeatRunProps {
  /** Cells have it before their index as their ID. */
  id: string;
  /** Index of the first cell in its row. */
  first: number;
  instances: readonly FleetInstance[];
  shading: Shading;
  selected: ReadonlySet<string>;
  /** Index in the row, null for none in this run. */
  active: number | null;
}

interface Drawn {
  instances: readonly FleetInstance[];
  shading: Shading | null;
}

/** So many cells are drawn in one go: on a slow machine a tenth of what one notices. */
export const RUN = 100;

/**
 * Some of a row's cells. The runs of a map follow what is known one after the other, so that the page answers between them;
 * what the user does is seen at once.
 */
export const HeatRun = memo(function HeatRun({
  id,
  first,
  instances,
  shading,
  selected,
  active,
}: HeatRunProps) {
  const known = useMemo<Drawn>(() => ({ instances, shading }), [instances, shading]);
  const drawn = useInTurn(known, () => ({ instances, shading: null }));
  const { figure, end = 0, describe } = drawn.shading ?? {};
  const cells = useMemo(
    () =>
      drawn.instances.map((instance) => {
        const value = figure?.get(instance.id);
        return {
          instance,
          label: describe?.(instance) ?? instance.name,
          heat: value === undefined ? null : heatOf(value, end),
        };
      }),
    [describe, drawn.instances, end, figure],
  );
  if (!drawn.shading) return null;
  return cells.map(({ instance, label, heat }, index) => (
    <HeatCell
      key={instance.id}
      id={`${id}${first + index}`}
      index={first + index}
      label={label}
      heat={heat}
      isKnown={figure !== undefined}
      health={instance.health}
      isSelected={selected.has(instance.id)}
      isActive={first + index === active}
    />
  ));
});
