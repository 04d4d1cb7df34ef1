import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { type StatusIconName, statusIcon } from '@/ui/status-icons';
import { TEXT, type Tone } from '@/ui/tones';
import type { CountKind } from '../use-headline';

const LOOK: Record<CountKind, { icon: StatusIconName; tone: Tone }> = {
  succeeded: { icon: 'success', tone: 'ok' },
  failed: { icon: 'failed', tone: 'danger' },
  other: { icon: 'stopped', tone: 'neutral' },
  scheduled: { icon: 'scheduled', tone: 'neutral' },
  running: { icon: 'running', tone: 'info' },
  toGo: { icon: 'pending', tone: 'neutral' },
  notStarted: { icon: 'stopped', tone: 'neutral' },
  refused: { icon: 'cancelled', tone: 'danger' },
};

/** "412 succeeded · 3 failed · 85 to go". */
export function HeadTitle({ counts }: { counts: readonly { kind: CountKind; count: number }[] }) {
  const { t } = useTranslation('batches');
  return counts.map(({ kind, count }, index) => {
    const { icon, tone } = LOOK[kind];
    const Icon = statusIcon(icon);
    return (
      <Fragment key={kind}>
        {index > 0 ? (
          <span aria-hidden className="mx-2.5 font-normal text-border-strong">
            ·
          </span>
        ) : null}
        <span className="whitespace-nowrap">
          <Icon
            aria-hidden
            className={cx(
              'mr-[7px] inline size-6 stroke-2 align-[-3px]',
              TEXT[tone],
              icon === 'running' && 'animate-spin',
            )}
          />
          {t(`count.${kind}`, { count })}
        </span>
      </Fragment>
    );
  });
}
