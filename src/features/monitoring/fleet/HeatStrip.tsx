import type { KeyboardEvent, MouseEvent } from 'react';
import { memo, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { parseHealth } from '@/domain/health';
import { cx } from '@/ui/cx';
import { monitoringPaths } from '../paths';
import { type FleetInstance, heatOf } from './fleet-instance';
import type { HotCell } from './hot-cell';
import type { Figure } from './use-fleet';

export interface HeatStripProps {
  region: string;
  label: string;
  describedBy: string;
  instances: readonly FleetInstance[];
  figure: Figure | undefined;
  /** The value of the darkest shade. */
  end: number;
  hot: HotCell;
  describe(instance: FleetInstance): string;
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
  figure,
  end,
  hot,
  describe,
  selected,
  onSelect,
}: HeatStripProps) {
  const id = useId();
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const active = Math.min(at, instances.length - 1);
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
      className="flex min-w-0 flex-1 flex-wrap gap-0.5 rounded-xs"
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
      {instances.map((instance, index) => {
        const value = figure?.get(instance.id);
        return (
          <HeatCell
            key={instance.id}
            id={`${id}${index}`}
            index={index}
            label={describe(instance)}
            heat={value === undefined ? null : heatOf(value, end)}
            health={instance.health}
            isSelected={selected.has(instance.id)}
            isActive={hasFocus && index === active}
          />
        );
      })}
    </div>
  );
}

interface HeatCellProps {
  id: string;
  index: number;
  label: string;
  /** Null: nothing was measured. */
  heat: number | null;
  health: string | null;
  isSelected: boolean;
  isActive: boolean;
}

/** A letter for each trouble, so that it is seen without colour and at this size. */
const SIGNS: Readonly<Record<string, string>> = {
  Impaired: '×',
  Warning: '!',
  Maintaining: '~',
  Initializing: '…',
  InsufficientData: '?',
  NotApplicable: '–',
};

const HeatCell = memo(function HeatCell({
  id,
  index,
  label,
  heat,
  health,
  isSelected,
  isActive,
}: HeatCellProps) {
  const known = health === null ? null : parseHealth(health);
  const sign = health === null ? '' : known === null ? '?' : (SIGNS[known] ?? '');
  return (
    <span
      role="option"
      id={id}
      data-index={index}
      aria-label={label}
      aria-selected={isSelected}
      className={cx(
        'grid h-5 w-3.5 cursor-pointer place-items-center rounded-[2px] text-xs leading-none font-semibold select-none forced-colors:border',
        heat !== null && heat > 3 ? 'text-bg' : 'text-text',
        heat === null && 'border border-dashed border-border-control',
        isActive && 'outline-2 outline-offset-1 outline-focus',
        isSelected && 'shadow-[inset_0_0_0_2px_var(--color-text),inset_0_0_0_3px_var(--color-bg)]',
      )}
      style={heat === null ? undefined : { background: `var(--color-heat-${heat})` }}
    >
      {sign}
    </span>
  );
});
