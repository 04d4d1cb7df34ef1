import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Execution } from '@/api/oos/executions';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { enginePaths } from '../engine-paths';
import { useRateWords } from './use-rate-words';

/** What ran, on how many, since when, how fast and as whom. */
export function EngineLede({
  region,
  execution,
  instances,
}: {
  region: string;
  execution: Execution;
  instances: number;
}) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const rates = useRateWords();
  const { description, executionId, parameters, startedAt, role } = execution;
  const commandId = parameters['commandId'];
  const name = description || t('page.script');
  return (
    <Facts>
      <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
        {typeof commandId === 'string' ? (
          <Link to={enginePaths(region).command(commandId)} className="font-medium">
            {name}
          </Link>
        ) : (
          <span className="font-medium text-text">{name}</span>
        )}
        <Id value={executionId} className="show" />
        <span>{t('page.size', { count: instances, number: format.number(instances) })}</span>
      </span>
      <Rich
        text={t('page.started')}
        parts={{
          time: <Time at={startedAt} form="full" />,
          ago: <Time at={startedAt} form="relative" />,
        }}
      />
      {rates(execution)}
      {role === '' ? null : t('page.asRole', { role })}
    </Facts>
  );
}
