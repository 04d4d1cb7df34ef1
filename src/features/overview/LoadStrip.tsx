import { type KeyboardEvent, memo, type MouseEvent, useId, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { type FleetInstance, heatOf } from '@/features/monitoring';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';

/** Percent of the vCPUs by instance ID; without those of which nothing was measured. */
export type Loads = ReadonlyMap<string, number>;

/** What all vCPUs at work are, percent. */
export const FULL = 100;

export interface LoadStripProps {
  label: string;
  instances: readonly FleetInstance[];
  loads: Loads;
  isSmall: boolean;
  pathOf(instanceId: string): string;
  /** What the cell that the keys are on says, for who sees it; null when they leave. */
  onTell(text: string | null): void;
}

/** A cell for each instance, which leads to its charts. One tab stop; arrows go from cell to cell, Enter opens. */
export function LoadStrip({ label, instances, loads, isSmall, pathOf, onTell }: LoadStripProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const navigate = useNavigate();
  const id = useId();
  const [at, setAt] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const active = Math.min(at, instances.length - 1);
  const textOf = ({ id: instanceId, name }: FleetInstance) => {
    const load = loads.get(instanceId);
    return load === undefined
      ? t('fleet.silent', { name })
      : t('fleet.cell', { name, load: format.percent(load / FULL, 1) });
  };
  const goTo = (index: number) => {
    const next = Math.min(instances.length - 1, Math.max(0, index));
    setAt(next);
    onTell(instances[next] ? textOf(instances[next]) : null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => goTo(active + 1),
      ArrowLeft: () => goTo(active - 1),
      Home: () => goTo(0),
      End: () => goTo(instances.length - 1),
      Enter: () => instances[active] && void navigate(pathOf(instances[active].id)),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
  const open = (event: MouseEvent<HTMLElement>) => {
    const address = (event.target as Element).closest('a')?.getAttribute('href');
    if (!address || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate(address);
  };
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-activedescendant={hasFocus ? `${id}${active}` : undefined}
      className={cx('flex min-w-0 flex-1 flex-wrap gap-0.5 rounded-xs', isSmall && 'pt-[3px]')}
      onFocus={() => {
        setFocus(true);
        goTo(active);
      }}
      onBlur={() => {
        setFocus(false);
        onTell(null);
      }}
      onKeyDown={onKeyDown}
      onClick={open}
    >
      {instances.map((instance, index) => {
        const load = loads.get(instance.id);
        return (
          <Cell
            key={instance.id}
            id={`${id}${index}`}
            to={pathOf(instance.id)}
            label={textOf(instance)}
            heat={load === undefined ? null : heatOf(load, FULL)}
            isSmall={isSmall}
            isActive={hasFocus && index === active}
          />
        );
      })}
    </div>
  );
}

interface CellProps {
  id: string;
  to: string;
  label: string;
  /** Null: nothing was measured. */
  heat: number | null;
  isSmall: boolean;
  isActive: boolean;
}

const Cell = memo(function Cell({ id, to, label, heat, isSmall, isActive }: CellProps) {
  return (
    <a
      role="option"
      id={id}
      href={to}
      tabIndex={-1}
      aria-label={label}
      aria-selected={isActive}
      title={label}
      className={cx(
        'block rounded-[2px] forced-color-adjust-none hover:outline-2 hover:outline-offset-1 hover:outline-focus',
        isSmall ? 'size-2.5' : 'h-(--cell) w-3.5',
        heat === null && 'border border-dashed border-border-control',
        isActive && 'outline-2 outline-offset-1 outline-focus',
      )}
      style={heat === null ? undefined : { background: `var(--color-heat-${heat})` }}
    />
  );
});
