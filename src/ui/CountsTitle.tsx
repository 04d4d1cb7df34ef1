import { Fragment } from 'react';
import { cx } from './cx';
import { Dot } from './Dot';
import { type StatusIconName, statusIcon } from './status-icons';
import { TEXT, type Tone } from './tones';

export interface CountsTitleProps {
  /** In the order told. */
  counts: readonly { key: string; icon: StatusIconName; tone: Tone; text: string }[];
}

/** "97 succeeded · 2 failed · 1 running", for a headline: each count with the icon of what it counts. */
export function CountsTitle({ counts }: CountsTitleProps) {
  return counts.map(({ key, icon, tone, text }, index) => {
    const Icon = statusIcon(icon);
    return (
      <Fragment key={key}>
        {index > 0 ? <Dot className="text-border-strong [word-spacing:22px]" /> : null}
        <span className="whitespace-nowrap">
          <Icon
            aria-hidden
            className={cx(
              'mr-[7px] inline size-6 stroke-2 align-[-3px]',
              TEXT[tone],
              icon === 'running' && 'animate-spin',
            )}
          />
          {text}
        </span>
      </Fragment>
    );
  });
}
