import { useTranslation } from '@/i18n/use-translation';
import { LIMITS, type Limits } from '@/domain/limits';
import { useFormat } from '@/i18n/format';

/** Where an account of today differs from the manual that the demo follows (contract 3). */
export function TodayFacts() {
  const { t } = useTranslation('connect');
  const format = useFormat();
  const vpc = ({ needsVpc }: Limits) => t(needsVpc ? 'today.no' : 'today.yes');
  const seconds = (limits: Limits) => t('today.seconds', { count: limits.defaultTimeoutSeconds });
  const { manual, today } = LIMITS;
  const rows = [
    [t('today.content'), format.bytes(manual.contentBytes), format.bytes(today.contentBytes)],
    [t('today.timeout'), seconds(manual), seconds(today)],
    [t('today.instances'), format.number(manual.instancesPerCall), format.number(today.instancesPerCall)],
    [t('today.commands'), format.number(manual.commandQuota), t('today.quota')],
    [t('today.vpc'), vpc(manual), vpc(today)],
    [t('today.schedule'), t('today.scheduleManual'), t('today.scheduleNow')],
    [t('today.status'), t('today.statusManual'), t('today.statusNow')],
  ] as const;
  return (
    <details>
      <summary className="font-semibold">{t('today.title')}</summary>
      <p className="mt-2 text-text-muted">{t('today.lede')}</p>
      <table className="mt-3 w-full text-left [&_td]:py-1 [&_td]:pr-4 [&_td]:align-top [&_th]:py-1 [&_th]:pr-4">
        <thead>
          <tr className="text-text-muted">
            <th scope="col">
              <span className="sr-only">{t('today.what')}</span>
            </th>
            <th scope="col">{t('today.manual')}</th>
            <th scope="col">{t('today.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, then, now]) => (
            <tr key={name}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <td>{then}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
