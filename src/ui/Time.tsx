import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { usePreferences } from './preferences';
import { Tooltip } from './Tooltip';
import { useNow } from './use-now';

export interface TimeProps {
  /** Epoch milliseconds; null when there is none. */
  at: number | null | undefined;
  /** Default `short`: day and minute. */
  form?: 'short' | 'full' | 'relative' | 'clock' | undefined;
  className?: string | undefined;
}

/** A moment in the zone of the preferences; its tooltip has the exact one in both zones. */
export function Time({ at, form = 'short', className }: TimeProps) {
  const { t } = useTranslation('ui');
  if (at === null || at === undefined || !Number.isFinite(at)) {
    return <span className={className}>{t('time.none')}</span>;
  }
  return <Moment at={at} form={form} className={className} />;
}

function Moment({
  at,
  form,
  className,
}: {
  at: number;
  form: NonNullable<TimeProps['form']>;
  className: string | undefined;
}) {
  const format = useFormat();
  const now = useNow(form === 'relative' ? at : null);
  const words = {
    short: () => format.dateTime(at),
    full: () => format.full(at),
    clock: () => format.clock(at),
    relative: () => format.relative(at, now),
  }[form]();
  return (
    <Tooltip describe={false} text={<Exact at={at} />}>
      <time dateTime={new Date(at).toISOString()} className={className}>
        {words}
      </time>
    </Tooltip>
  );
}

/** In the zone of the preferences, and in the other one where that differs. */
function Exact({ at }: { at: number }) {
  const format = useFormat();
  const zone = usePreferences((preferences) => preferences.zone);
  const exact = format.full(at);
  const otherwise = format.full(at, zone === 'utc' ? 'local' : 'utc');
  return (
    <>
      {exact}
      {otherwise === exact ? null : <span className="block text-on-bar-muted">{otherwise}</span>}
    </>
  );
}
