import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';
import type { ButtonSize, ButtonVariant } from './button-style';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { Tooltip } from './Tooltip';

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: LucideIcon | undefined;
  disabledReason?: string | undefined;
}

/** Goes somewhere, looks like a button. */
export function LinkButton({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  disabledReason,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  const look = cx(buttonClass({ variant, size, off: Boolean(disabledReason) }), className);
  const content = (
    <>
      {Icon ? <Icon className={size === 'sm' ? 'size-3.5' : '-mx-px'} aria-hidden /> : null}
      {children}
    </>
  );
  if (disabledReason) {
    return (
      <Tooltip text={disabledReason}>
        <span role="link" aria-disabled="true" tabIndex={0} data-button={variant} className={look}>
          {content}
        </span>
      </Tooltip>
    );
  }
  return (
    <Link {...rest} data-button={variant} className={look}>
      {content}
    </Link>
  );
}
