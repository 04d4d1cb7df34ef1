import type { CSSProperties } from 'react';
import { cx } from './cx';

export interface SkeletonProps {
  /** Pixels, or any CSS width. */
  width?: number | string | undefined;
  height?: number | undefined;
  className?: string | undefined;
}

/** Holds the place of text that is on its way. The region around it says that it loads. */
export function Skeleton({ width = '100%', height = 10, className }: SkeletonProps) {
  const style: CSSProperties = { width, height };
  return (
    <span
      aria-hidden
      style={style}
      className={cx(
        'inline-block max-w-full rounded-xs bg-neutral-subtle align-middle forced-colors:border',
        className,
      )}
    />
  );
}
