import type { LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { cx } from './cx';
import type { StatusIconName } from './status-icons';
import { STATUS_ICONS } from './status-icons';
import type { Tone } from './tones';
import { TEXT } from './tones';

export interface StatusProps {
  tone: Tone;
  icon: StatusIconName | LucideIcon;
  children: ReactNode;
  /** Colours the word too; for what is due within a day. */
  coloured?: boolean | undefined;
  className?: string | undefined;
}

function StatusInner({ tone, icon, children, coloured = false, className }: StatusProps) {
  const Icon = typeof icon === 'string' ? STATUS_ICONS[icon] : icon;
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 align-middle whitespace-nowrap',
        coloured ? TEXT[tone] : tone === 'neutral' && 'text-text-muted',
        className,
      )}
    >
      <Icon className={cx('stroke-2', icon === 'running' && 'animate-spin', TEXT[tone])} aria-hidden />
      {children}
    </span>
  );
}

/** Icon and word; the colour comes third. Kept as it is while they are: most rows of a table say the same. */
export const Status = memo(StatusInner);
