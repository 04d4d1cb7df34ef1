import { Link } from 'react-router-dom';
import { useTranslation } from '@/i18n/use-translation';
import { Spinner } from '@/ui/Spinner';
import { eventRulePaths, metricRulePaths } from '../paths';
import { useRulesOfGroup } from './use-rules-of-group';

/** Which rules tell nobody any more when a group goes. */
export function GroupUse({ region, group }: { region: string; group: string }) {
  const { t } = useTranslation('alarms');
  const { eventRules, metricRules, isReading, isPartial } = useRulesOfGroup(region, group);
  const count = eventRules.length + metricRules.length;
  if (isReading)
    return (
      <p role="status" className="flex items-center gap-2 text-text-muted">
        <Spinner />
        {t('contacts.delete.rulesReading')}
      </p>
    );
  return (
    <>
      {count > 0 ? (
        <>
          <p className="font-semibold">{t('contacts.delete.rules', { count })}</p>
          <ul className="flex max-h-40 flex-col gap-1 overflow-auto rounded-md bg-panel px-3 py-2">
            {metricRules.map(({ id, name }) => (
              <li key={id} className="flex gap-2">
                <Link to={metricRulePaths(region).rule(id)}>{name}</Link>
                <span className="text-text-muted">{t('contacts.delete.metricRule')}</span>
              </li>
            ))}
            {eventRules.map((name) => (
              <li key={name} className="flex gap-2">
                <Link to={eventRulePaths(region).found(name)}>{name}</Link>
                <span className="text-text-muted">{t('contacts.delete.eventRule')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : isPartial ? null : (
        <p>{t('contacts.delete.noRules')}</p>
      )}
      {isPartial ? <p>{t('contacts.delete.rulesPartial')}</p> : null}
    </>
  );
}
