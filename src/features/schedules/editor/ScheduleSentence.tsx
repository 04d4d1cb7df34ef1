import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { type Cron, nextFires } from '@/domain/cron';
import type { TimeZone } from '@/domain/time-zone';
import { offsetName } from '../schedule-dates';
import { shiftCron } from '../shift-cron';
import { useWords } from '../use-schedule-words';

export interface ScheduleSentenceProps {
  cron: Cron;
  now: number;
  zone: TimeZone;
}

/** What an expression means in UTC, and by the local clock as it stands at the next fire, where one sentence can say so. */
export function ScheduleSentence({ cron, now, zone }: ScheduleSentenceProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const words = useWords();
  const utc = words.ofCron(cron, 'UTC');
  const at = nextFires(cron, new Date(now), 1)[0]?.getTime() ?? now;
  const offset = zone.offsetAt(at);
  const shifted = offset === 0 ? null : shiftCron(cron, offset / 60_000);
  const local = shifted && words.ofCron(shifted, null);
  const differs = local !== null && local !== words.ofCron(cron, null);
  return (
    <p aria-live="polite">
      <b>{t('sentence', { words: utc })}</b>
      {format.gap}
      {differs ? (
        <span className="text-text-muted">
          {t('local', { zone: offsetName(at, zone), words: local.charAt(0).toLowerCase() + local.slice(1) })}
        </span>
      ) : null}
    </p>
  );
}
