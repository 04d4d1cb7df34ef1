import type { ReactNode } from 'react';
import { cx } from '@/ui/cx';
import { HEAD, LABEL, ROW } from './measures';

/** A heading in the column of the names, with what stands at its right end. */
export function GroupHead({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <div className={cx(HEAD, 'relative flex items-center')}>
      <h2 className={cx(LABEL, 'flex items-center text-sm')}>
        {title}
        {aside ? <span className="ml-auto pr-3 text-xs font-normal text-text-muted">{aside}</span> : null}
      </h2>
    </div>
  );
}

/** A row that says that there is none. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className={cx(ROW, LABEL, 'relative flex items-center text-text-muted')}>{children}</p>;
}

/** What a colour stands for. */
export function Key({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cx('size-2.5 rounded-[2px]', className)} />
      {children}
    </span>
  );
}
