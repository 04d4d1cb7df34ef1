import type { ComponentProps } from 'react';
import { cx } from './cx';

export interface KbdProps extends ComponentProps<'kbd'> {
  /** What it stands on: a surface, a field, or the dark bar. */
  on?: 'surface' | 'field' | 'bar' | undefined;
}

const GROUND = {
  surface: 'bg-field text-text-muted',
  field: 'bg-bg text-text-muted',
  bar: 'bg-bar-hover text-on-bar',
};

/** A key, as it is written on the keyboard. */
export function Kbd({ on = 'surface', children, className, ...rest }: KbdProps) {
  return (
    <kbd
      {...rest}
      className={cx(
        'inline-block min-w-[18px] rounded-xs px-[5px] text-center font-sans text-[11px] leading-4 font-normal forced-colors:border',
        GROUND[on],
        className,
      )}
    >
      {children}
    </kbd>
  );
}
