import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import type { StatusIconName } from './status-icons';
import { STATUS_ICONS } from './status-icons';
import type { Tone } from './tones';

export interface BadgeProps {
  tone?: Tone | 'accent' | undefined;
  icon?: StatusIconName | LucideIcon | undefined;
  /** `lg` (30 px) is for the health of one thing, once a page. */
  size?: 'md' | 'lg' | undefined;
  /** Names from a vocabulary, such as Shell. */
  mono?: boolean | undefined;
  children: ReactNode;
  className?: string | undefined;
}

const TONES: Record<Tone | 'accent', string> = {
  ok: 'bg-ok-subtle text-ok',
  warn: 'bg-warn-subtle text-warn',
  danger: 'bg-danger-subtle text-danger',
  info: 'bg-info-subtle text-info',
  neutral: 'bg-neutral-subtle text-text-muted',
  accent: 'bg-accent-subtle text-accent',
};

export function Badge({
  tone = 'neutral',
  icon,
  size = 'md',
  mono = false,
  children,
  className,
}: BadgeProps) {
  const Icon = typeof icon === 'string' ? STATUS_ICONS[icon] : icon;
  return (
    <span
      className={cx(
        'inline-flex items-center align-middle whitespace-nowrap forced-colors:border',
        TONES[tone],
        size === 'md'
          ? 'h-5 gap-[5px] rounded-xs px-[7px] text-xs leading-5'
          : 'h-[30px] gap-[7px] rounded-sm px-[11px] font-semibold',
        mono && 'font-mono text-[11.5px] tracking-[-0.01em]',
        className,
      )}
    >
      {Icon ? (
        <Icon
          className={cx('stroke-2', size === 'md' && 'size-[13px]', icon === 'running' && 'animate-spin')}
          aria-hidden
        />
      ) : null}
      {children}
    </span>
  );
}
