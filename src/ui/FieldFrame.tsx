import type { ReactNode } from 'react';
import { cx } from './cx';

export interface FieldFrameProps {
  id: string;
  label: ReactNode;
  /** At the right end of the label: a unit, "optional". */
  hint?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  hiddenLabel?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Label above, help or error below; `describedBy(id, …)` names the parts for the control. */
export function FieldFrame({
  id,
  label,
  hint,
  help,
  error,
  hiddenLabel = false,
  className,
  children,
}: FieldFrameProps) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className={cx('flex items-baseline gap-1.5', hiddenLabel && 'sr-only')}>
        <label id={`${id}label`} htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint ? (
          <span id={`${id}hint`} className="ml-auto text-text-subtle">
            {hint}
          </span>
        ) : null}
      </div>
      {children}
      {error ? (
        <p id={`${id}error`} className="text-xs text-danger">
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}help`} className="text-xs text-text-muted">
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** The value of `aria-describedby` for a control inside a FieldFrame. */
export function describedBy(
  id: string,
  parts: { hint?: unknown; help?: unknown; error?: unknown },
): string | undefined {
  const present = (['error', 'hint', 'help'] as const).filter((part) => parts[part]);
  return present.length ? present.map((part) => id + part).join(' ') : undefined;
}
