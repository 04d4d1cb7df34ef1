import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent } from 'react';
import type { ButtonSize, ButtonVariant } from './button-style';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: LucideIcon | undefined;
  /** True, or the words to show meanwhile ("Starting…"). */
  busy?: boolean | string | undefined;
  /** Why it cannot be used now: the button stays in place and focusable, and says so. */
  disabledReason?: string | undefined;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  disabledReason,
  className,
  children,
  onClick,
  disabled,
  ...rest
}: ButtonProps) {
  const isBusy = busy !== false;
  const refused = isBusy || Boolean(disabledReason);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (refused) event.preventDefault();
    else onClick?.(event);
  };
  const iconClass = size === 'sm' ? 'size-3.5' : '-mx-px';
  const button = (
    <button
      type="button"
      {...rest}
      data-button={variant}
      disabled={disabled}
      onClick={press}
      aria-disabled={refused || undefined}
      aria-busy={isBusy || undefined}
      className={cx(buttonClass({ variant, size, off: refused || Boolean(disabled) }), className)}
    >
      {isBusy ? <Spinner className={iconClass} /> : Icon ? <Icon className={iconClass} aria-hidden /> : null}
      {typeof busy === 'string' ? busy : children}
    </button>
  );
  return <Tooltip text={disabledReason}>{button}</Tooltip>;
}
