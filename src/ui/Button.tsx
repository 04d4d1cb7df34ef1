import type { LucideIcon } from 'lucide-react';
import { useContext, type ComponentProps, type MouseEvent } from 'react';
import type { ButtonSize, ButtonVariant } from './button-style';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';
import { WriteGate } from './write-gate';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: LucideIcon | undefined;
  /** True, or the words to show meanwhile ("Starting…"). */
  busy?: boolean | string | undefined;
  /** Why it cannot be used now: the button stays in place and focusable, and says so. */
  disabledReason?: string | undefined;
  /** It changes the account: refused with the reason where nothing may be changed. */
  writes?: boolean | undefined;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  disabledReason: ownReason,
  writes = false,
  className,
  children,
  onClick,
  disabled,
  ...rest
}: ButtonProps) {
  const closed = useContext(WriteGate);
  const disabledReason = writes && closed ? closed : ownReason;
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
