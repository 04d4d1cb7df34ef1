import type { KeyboardEvent, MouseEvent } from 'react';
import { useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { monitoringPaths } from '../paths';
import type { FleetInstance } from './fleet-instance';
import { HeatRun, RUN, type Shading } from './HeatRun';
import type { HotCell } from './hot-cell';
import { chunks } from './use-fleet';

export interface HeatStripProps {
  region: string;
  label: string;
  describedBy: string;
  instances: readonly FleetInstance[];
  shading: Shading;
  hot: HotCell;
  selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
}

/** Instances the comparison takes. */
export const MOST_SELECTED = 8;

/**
 * A row of the heat map. It is one tab stop; arrows go from cell to cell, Space selects for the comparison, Enter opens. A
 * press opens too, with Ctrl or Shift it selects.
 */
export function HeatStrip({
  region,
  label,
  describedBy,
  instances,
  shading,
  hot,
  selected,
  onSelect,
}: HeatStripProps) {
  const id = useId();
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const active = Math.min(at, instances.length - 1);
  const runs = useMemo(() => chunks(instances, RUN), [instances]);
  const toggle = (instance: FleetInstance) => {
    const next = new Set(selected);
    if (!next.delete(instance.id) && next.size < MOST_SELECTED) next.add(instance.id);
    onSelect(next);
  };
  const openPage = (instance: FleetInstance) => void navigate(monitoringPaths(region).instance(instance.id));
  const goTo = (index: number) => {
    const next = Math.min(instances.length - 1, Math.max(0, index));
    setAt(next);
    hot.set(instances[next] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const instance = instances[active];
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => goTo(active + 1),
      ArrowLeft: () => goTo(active - 1),
      Home: () => goTo(0),
      End: () => goTo(instances.length - 1),
      ' ': () => instance && toggle(instance),
      Enter: () => instance && openPage(instance),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const cellOf = (event: MouseEvent<HTMLElement>) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-index]');
    return cell ? Number(cell.dataset['index']) : null;
  };
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      aria-multiselectable
      aria-orientation="horizontal"
      aria-activedescendant={hasFocus ? `${id}${active}` : undefined}
      className="isolate flex min-w-0 flex-1 flex-wrap gap-0.5 rounded-xs"
      onFocus={() => {
        setFocus(true);
        hot.set(instances[active] ?? null);
      }}
      onBlur={() => {
        setFocus(false);
        hot.set(null);
      }}
      onKeyDown={onKeyDown}
      onMouseOver={(event) => {
        const index = cellOf(event);
        if (index !== null) hot.set(instances[index] ?? null);
      }}
      onMouseLeave={() => hot.set(hasFocus ? (instances[active] ?? null) : null)}
      onClick={(event) => {
        const index = cellOf(event);
        const instance = index === null ? undefined : instances[index];
        if (!instance || index === null) return;
        setAt(index);
        if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(instance);
        else openPage(instance);
      }}
    >
      {runs.map((run, index) => (
        <HeatRun
          key={index}
          id={id}
          first={index * RUN}
          instances={run}
          shading={shading}
          selected={selected}
          active={hasFocus && Math.floor(active / RUN) === index ? active : null}
        />
      ))}
    </div>
  );
}
