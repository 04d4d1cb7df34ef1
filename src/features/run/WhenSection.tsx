import { CalendarClock, Zap } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { defaultWorkingDir, osTypeFor } from '@/domain/command-type';
import type { RestartWindow } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Segmented } from '@/ui/Segmented';
import { Skeleton } from '@/ui/Skeleton';
import type { Runnable } from './runnable';
import type { RunWhen } from './schedule-facts';

/** Most runs happen at once: the editor comes when it is asked for. */
const ScheduleField = lazy(() =>
  import('./ScheduleField').then((module) => ({ default: module.ScheduleField })),
);

export interface WhenSectionProps {
  command: Runnable;
  when: RunWhen;
  onChange(when: RunWhen): void;
  /** When chosen instances may restart. */
  windows: readonly RestartWindow[];
}

/** At once or by a schedule (manual 1.2.2, step d). */
export function WhenSection({ command, when, onChange, windows }: WhenSectionProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const { type, workingDir, timeoutSeconds } = command;
  return (
    <section aria-labelledby="run-when" className="mt-1 flex flex-none flex-col gap-2.5">
      <div className="flex min-h-[30px] items-center justify-between gap-3">
        <h2 id="run-when">{t('when.title')}</h2>
        <Segmented
          label={t('when.title')}
          value={when.scheduled ? 'schedule' : 'now'}
          onValueChange={(value) => onChange({ ...when, scheduled: value === 'schedule' })}
          options={[
            { value: 'now', label: t('when.now'), icon: Zap },
            { value: 'schedule', label: t('when.schedule'), icon: CalendarClock },
          ]}
        />
      </div>
      {when.scheduled ? (
        <Suspense fallback={<EditorSkeleton />}>
          <ScheduleField
            value={when.cron}
            onChange={(cron) => onChange({ scheduled: true, cron })}
            windows={windows}
          />
        </Suspense>
      ) : null}
      <p className="break-words text-text-muted">
        <Rich
          text={t(when.scheduled ? 'when.howEach' : 'when.how', {
            user: osTypeFor(type) === 'windows' ? 'System' : 'root',
            path: workingDir || defaultWorkingDir(type),
            duration: format.duration(timeoutSeconds * 1000),
          })}
          parts={{ c: <span className="code" /> }}
        />
      </p>
    </section>
  );
}

function EditorSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-3">
      {['100%', '72%', '88%', '88%', '88%'].map((width, index) => (
        <Skeleton key={index} width={width} />
      ))}
    </div>
  );
}
