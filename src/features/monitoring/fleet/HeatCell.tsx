import { memo } from 'react';
import { parseHealth } from '@/domain/health';
import { cx } from '@/ui/cx';

export interface HeatCellProps {
  id: string;
  index: number;
  label: string;
  /** Null: nothing was measured. */
  heat: number | null;
  /** Not while the values are being read. */
  isKnown: boolean;
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

// Classes, which cells of one shade share; a thousand styles of their own would each be worked out.
const SHADES = [
  'bg-heat-0 text-text',
  'bg-heat-1 text-text',
  'bg-heat-2 text-text',
  'bg-heat-3 text-text',
  'bg-heat-4 text-bg',
  'bg-heat-5 text-bg',
] as const;
const SILENT = 'border border-dashed border-border-control leading-[18px] text-text';

/** One instance on the heat map: an element without listeners, since there are a thousand. */
export const HeatCell = memo(function HeatCell({
  id,
  index,
  label,
  heat,
  isKnown,
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
        'h-5 w-3.5 cursor-pointer rounded-[2px] text-center text-xs leading-5 font-semibold select-none forced-colors:border',
        heat !== null ? SHADES[heat] : isKnown ? SILENT : 'bg-neutral-subtle text-text',
        isActive && 'outline-2 outline-offset-1 outline-focus',
        isSelected && 'shadow-[inset_0_0_0_2px_var(--color-text),inset_0_0_0_3px_var(--color-bg)]',
      )}
    >
      {sign}
    </span>
  );
});
