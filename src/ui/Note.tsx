import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import type { Tone } from './tones';
import { TEXT } from './tones';

export interface NoteProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** One or two small buttons. */
  action?: ReactNode;
  icon?: LucideIcon | undefined;
  /** `alert` interrupts a screen reader; for what just went wrong. */
  role?: 'alert' | 'status' | undefined;
  className?: string | undefined;
}

const GROUND: Record<Tone, string> = {
  ok: 'bg-ok-subtle',
  warn: 'bg-warn-subtle',
  danger: 'bg-danger-subtle',
  info: 'bg-info-subtle',
  neutral: 'bg-panel',
};
const ICONS: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: CircleX,
  info: Info,
  neutral: Info,
};

export function Note({ tone, title, children, action, icon, role, className }: NoteProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <div
      role={role}
      className={cx(
        'flex items-start gap-2.5 rounded-md px-3 py-[9px] forced-colors:border',
        '[&_[data-button=secondary]]:bg-[color-mix(in_oklab,var(--color-text)_9%,transparent)] [&_[data-button=quiet]]:text-text',
        GROUND[tone],
        className,
      )}
    >
      <Icon className={cx('mt-px stroke-2', tone !== 'neutral' && TEXT[tone])} aria-hidden />
      <div className="min-w-0 flex-1">
        {title ? <b>{title} </b> : null}
        {children}
      </div>
      {action ? <div className="-my-1 -mr-1.5 flex flex-none items-center gap-1.5">{action}</div> : null}
    </div>
  );
}
