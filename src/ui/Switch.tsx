import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './cx';

export interface SwitchProps {
  label: ReactNode;
  checked: boolean;
  onCheckedChange(checked: boolean): void;
  help?: ReactNode;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** Takes effect at once; a choice that waits for a button is a Checkbox. */
export function Switch({ label, checked, onCheckedChange, help, disabled, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cx('flex flex-col items-start gap-1', className)}>
      <label className="inline-flex items-center gap-2">
        <input
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native box brings its own state
          role="switch"
          type="checkbox"
          className="switch"
          checked={checked}
          disabled={disabled}
          aria-describedby={help ? `${id}help` : undefined}
          onChange={(event) => onCheckedChange(event.target.checked)}
        />
        {label}
      </label>
      {help ? (
        <p id={`${id}help`} className="text-xs text-text-muted">
          {help}
        </p>
      ) : null}
    </div>
  );
}
