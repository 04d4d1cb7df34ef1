import { useFormat } from '@/i18n/format';
import { cx } from './cx';
import type { Tone } from './tones';
import { SOLID } from './tones';

export interface ResultSegment {
  tone: Tone;
  count: number;
  /** The word of the count, e.g. "failed". */
  label: string;
}

export interface ResultBarProps {
  segments: readonly ResultSegment[];
  /** The counts below, each beside its colour. */
  legend?: boolean | undefined;
  className?: string | undefined;
}

/** Parts of a whole, 10 px high; no part is thinner than 1 %. */
export function ResultBar({ segments, legend = false, className }: ResultBarProps) {
  const { number, list } = useFormat();
  const present = segments.filter((segment) => segment.count > 0);
  const summary = list(present.map((segment) => `${number(segment.count)} ${segment.label}`));
  return (
    <div className={className}>
      <div
        role="img"
        aria-label={summary}
        className="flex h-2.5 gap-0.5 overflow-hidden rounded-xs bg-neutral-subtle forced-colors:border"
      >
        {present.map((segment) => (
          <span
            key={segment.label}
            className={cx('block h-full min-w-[1%] forced-color-adjust-none', SOLID[segment.tone])}
            style={{ flexGrow: segment.count, flexBasis: 0 }}
          />
        ))}
      </div>
      {legend ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-text-muted">
          {present.map((segment) => (
            <li key={segment.label} className="inline-flex items-center gap-1.5">
              <span
                aria-hidden
                className={cx('size-2.5 rounded-[2px] forced-color-adjust-none', SOLID[segment.tone])}
              />
              {number(segment.count)} {segment.label}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
