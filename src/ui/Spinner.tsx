import { LoaderCircle } from 'lucide-react';
import { cx } from './cx';

export interface SpinnerProps {
  /** Announced to screen readers; leave out when the words stand next to it. */
  label?: string | undefined;
  className?: string | undefined;
}

export function Spinner({ label, className }: SpinnerProps) {
  const icon = <LoaderCircle className={cx('animate-spin', className)} aria-hidden />;
  if (!label) return icon;
  return (
    <output className="inline-flex items-center">
      {icon}
      <span className="sr-only">{label}</span>
    </output>
  );
}
