import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** What it is and how to begin. */
  children?: ReactNode;
  /** Small buttons. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** Stands under a table's head, or where a block's content would be. */
export function EmptyState({ icon: Icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cx('flex min-h-[136px] gap-3.5 pt-[22px] pr-2.5 pb-5 pl-3', className)}>
      <Icon className="size-[22px] text-text-subtle" aria-hidden />
      <div className="min-w-0">
        <h2 className="text-sm tracking-[0]">{title}</h2>
        {children ? <div className="max-w-[68ch] text-text-muted">{children}</div> : null}
        {actions ? <div className="mt-2.5 flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
