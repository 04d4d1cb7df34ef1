import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from './button-style';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The accessible name, and the tooltip. */
  label: string;
  icon: LucideIcon;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Replaces the label in the tooltip, e.g. to add a shortcut. */
  tip?: ReactNode;
  disabledReason?: string | undefined;
}

export function IconButton({
  label,
  icon: Icon,
  variant = 'quiet',
  size = 'md',
  tip,
  disabledReason,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const refused = Boolean(disabledReason);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (refused) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Tooltip text={disabledReason ?? tip ?? label} describe={refused}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-disabled={refused || undefined}
        data-button={variant}
        onClick={press}
        className={cx(
          buttonClass({ variant, size, iconOnly: true, off: refused || Boolean(rest.disabled) }),
          'aria-pressed:bg-field aria-pressed:text-text',
          className,
        )}
      >
        <Icon className={size === 'sm' ? 'size-3.5' : undefined} aria-hidden />
      </button>
    </Tooltip>
  );
}
