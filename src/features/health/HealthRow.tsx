import { RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { HealthStatus } from '@/domain/health';
import { healthLook } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { SOLID } from '@/ui/tones';

export interface HealthRowProps {
  region: string;
  health: HealthStatus;
  /** Undefined while not known. */
  count: number | undefined;
  total: number | undefined;
  /** Given when this value could not be counted. */
  retry: (() => void) | undefined;
}

/** One value: icon, word, the API's spelling, the manual's explanation, how many have it and the way to them. */
export function HealthRow({ region, health, count, total, retry }: HealthRowProps) {
  const { t } = useTranslation(['health', 'domain', 'ui']);
  const format = useFormat();
  const look = healthLook(health);
  const share = count && total ? count / total : 0;
  return (
    <tr className="h-[34px]">
      <th scope="row" className="pl-2.5 text-left font-semibold">
        <Status {...look}>{t(`domain:health.${health}.label`)}</Status>
      </th>
      <td className="code text-text-muted">{health}</td>
      <td className="text-text-muted">{t(`domain:health.${health}.description`)}</td>
      <td className="pr-2.5 text-right">
        {retry ? (
          <Button size="sm" icon={RotateCw} onClick={retry}>
            {t('ui:action.retry')}
          </Button>
        ) : count === undefined ? (
          <Skeleton width={48} />
        ) : (
          <span className="inline-flex items-center gap-3">
            <span
              className="inline-block h-1.5 w-20 rounded-xs bg-neutral-subtle forced-colors:border"
              aria-hidden
            >
              <span
                className={`block h-full rounded-xs ${SOLID[look.tone]} forced-colors:bg-[Highlight]`}
                style={{ width: share > 0 ? `max(2px, ${share * 100}%)` : 0 }}
              />
            </span>
            <span className="inline-block min-w-11">
              {health === 'OK' || count === 0 ? (
                <b>{format.number(count)}</b>
              ) : (
                <Link
                  to={`/${region}/instances?health=${health}`}
                  className="font-semibold"
                  aria-label={t('show', {
                    count,
                    number: format.number(count),
                    label: t(`domain:health.${health}.label`),
                  })}
                >
                  {format.number(count)}
                </Link>
              )}
            </span>
          </span>
        )}
      </td>
    </tr>
  );
}
