import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from './Button';
import { cx } from './cx';
import { Kbd } from './Kbd';

export interface BulkBarProps {
  /** Nothing is shown at 0. */
  count: number;
  /** "2 selected". */
  label: string;
  /** Buttons; a reason beside one goes in `<span className="text-xs text-on-bar-muted">`. */
  children: ReactNode;
  onClear(): void;
  /** At the right, e.g. "1–20 of 38". */
  aside?: ReactNode;
  className?: string | undefined;
}

/** What can be done with the selection, in the pager's place. Esc clears. */
export function BulkBar({ count, label, children, onClear, aside, className }: BulkBarProps) {
  const { t } = useTranslation('ui');
  const clear = useEffectEvent(onClear);
  const shown = count > 0;
  useEffect(() => {
    if (!shown) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('input[type="search"], textarea')) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
        return;
      clear();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      role="group"
      aria-label={label}
      data-surface
      className={cx(
        'mb-2.5 flex h-11 flex-none items-center gap-1 rounded-md bg-bar pr-2 pl-3 text-on-bar',
        '[&_[data-button]]:h-[30px] [&_[data-button]]:bg-transparent [&_[data-button]]:text-inherit [&_[data-button]:hover]:bg-bar-hover [&_[data-button][aria-disabled]]:text-on-bar-muted [&_[data-button][aria-disabled]]:hover:bg-transparent',
        '[&_:focus-visible]:outline-on-bar',
        className,
      )}
    >
      <output className="mr-2.5 font-semibold">{label}</output>
      {children}
      <span className="flex-1" />
      {aside ? <span className="mr-3 text-xs text-on-bar-muted">{aside}</span> : null}
      <Button variant="quiet" onClick={onClear} aria-keyshortcuts="Escape">
        {t('bulk.clear')}
        <Kbd on="bar" aria-hidden>
          Esc
        </Kbd>
      </Button>
    </div>
  );
}
