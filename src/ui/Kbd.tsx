import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A key, as it is written on the keyboard. */
export function Kbd({ children, className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      {...rest}
      className={cx(
        'inline-block min-w-[18px] rounded-xs bg-field px-[5px] text-center font-sans text-[11px] leading-4 font-normal text-text-muted',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
