import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Quota } from '@/features/cloud-assistant';
import { Meter } from '@/ui/Meter';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import { readingOf } from './reading';

/** How much is used of what the account may have in the region. */
export function QuotaPanel({ region, commands, runs }: { region: string; commands: Quota; runs: Quota }) {
  const { t } = useTranslation('overview');
  const paths = overviewPaths(region);
  const rows = [
    { name: 'commands', quota: commands, to: paths.commands },
    { name: 'runs', quota: runs, to: paths.records },
  ] as const;
  return (
    <Panel
      title={t('quota.title')}
      aside={<span className="code text-text-muted">{region}</span>}
      reading={readingOf([...commands.reads, ...runs.reads])}
      failedTitle={t('quota.failed')}
      lines={2}
      className="min-h-[76px]"
    >
      {() => (
        <ul className="flex flex-col gap-1">
          {rows.map(({ name, quota: { used, limit }, to }) => (
            <li key={name}>
              <Link to={to} className="-mx-2 block rounded-sm px-2 py-1.5 hover:bg-hover hover:no-underline">
                {used === null || limit === null ? (
                  <span className="text-xs text-text-muted">
                    {t(`quota.${name}`)}. {t('quota.untold')}
                  </span>
                ) : (
                  <Meter label={t(`quota.${name}`)} used={used} total={limit} className="w-full!" />
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
