import { useFormat } from '@/i18n/format';
import { timeLeft } from './time-left';
import { useClock } from './ticker';

/** "11 h 28 min": the time left until a moment (epoch ms), ticking by itself. */
export function Countdown({ to, className }: { to: number; className?: string | undefined }) {
  const format = useFormat();
  const left = useClock((now) => timeLeft(to, now));
  return <span className={className}>{format.duration(left)}</span>;
}
