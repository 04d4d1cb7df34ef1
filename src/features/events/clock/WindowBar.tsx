import { cx } from '@/ui/cx';
import { SOLID, type Tone } from '@/ui/tones';
import { shareGone } from './time-left';
import { useClock } from './ticker';

/** How much of the user's window is over: two pixels under the countdown. The numbers stand above it. */
export function WindowBar({
  span,
  tone,
  className,
}: {
  span: { from: number; to: number };
  tone: Tone;
  className?: string | undefined;
}) {
  const gone = useClock((now) => shareGone(span, now));
  return (
    <span aria-hidden className={cx('block h-0.5 rounded-full bg-neutral-subtle', className)}>
      <span className={cx('block h-0.5 rounded-full', SOLID[tone])} style={{ width: `${gone * 100}%` }} />
    </span>
  );
}
