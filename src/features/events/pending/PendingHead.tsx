import { useTranslation } from '@/i18n/use-translation';
import { isPlannedRestart } from '@/domain/system-events';
import { Rich } from '@/i18n/Rich';
import { PageHead } from '@/ui/PageHead';
import { Countdown } from '../clock/Countdown';
import { deadlineOf, type EventItem } from '../event-item';
import type { AllPending } from '../queries';
import type { PendingGroup } from './pending-groups';

export interface PendingHeadProps {
  groups: Record<PendingGroup, readonly EventItem[]>;
  state: 'loading' | 'ready' | 'error' | 'empty' | 'noMatch';
  pending: AllPending;
}

/** The answer: how many restart or stop within a day, and how long is left until the first. */
export function PendingHead({ groups, state, pending }: PendingHeadProps) {
  const { t } = useTranslation('events');
  const { underWay, soon, later } = groups;
  const total = underWay.length + soon.length + later.length;
  const regions = new Set([...underWay, ...soon, ...later].map((event) => event.region)).size;
  const next = [...soon, ...later].map(deadlineOf).find((at) => at !== null) ?? null;
  const first =
    next === null ? null : (
      <Rich
        text={t(soon.length === 1 ? 'head.only' : 'head.first')}
        parts={{ time: <Countdown to={next} /> }}
      />
    );
  const title =
    state === 'loading' || state === 'error'
      ? t('nav.pending')
      : total === 0
        ? t('head.none')
        : soon.length > 0
          ? soon.every((event) => isPlannedRestart(event.type))
            ? t('head.restarts', { count: soon.length })
            : t('head.soon', { count: soon.length })
          : underWay.length > 0
            ? t('head.underWay', { count: underWay.length })
            : t('head.later', { count: later.length });
  return (
    <PageHead
      documentTitle={t('nav.pending')}
      title={title}
      rest={
        state === 'ready' ? (soon.length > 0 || underWay.length === 0 ? first : t('head.noneSoon')) : null
      }
      lede={
        state === 'ready'
          ? [
              t('head.total', { count: total }),
              t('head.inRegions', { count: regions }),
              soon.length > 0 && underWay.length > 0
                ? t('head.alsoUnderWay', { count: underWay.length })
                : '',
            ].join('')
          : state === 'empty'
            ? t('head.askedRegions', { count: pending.answered })
            : t('head.lede')
      }
    />
  );
}
