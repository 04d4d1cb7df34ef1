import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { CliLine } from '@/ui/CliLine';

/** The calls this page is made of. */
export function InstanceCli({ region, instanceId }: { region: string; instanceId: string }) {
  const { t } = useTranslation('instances');
  const lines = [
    {
      label: t('cli.instance'),
      line: toCli('ecs', 'DescribeInstances', {
        RegionId: region,
        InstanceIds: JSON.stringify([instanceId]),
      }),
    },
    {
      label: t('cli.health'),
      line: toCli('ecs', 'DescribeInstancesFullStatus', { RegionId: region, InstanceId: [instanceId] }),
    },
    {
      label: t('cli.agent'),
      line: toCli('ecs', 'DescribeCloudAssistantStatus', { RegionId: region, InstanceId: [instanceId] }),
    },
    {
      label: t('cli.records'),
      line: toCli('ecs', 'DescribeInvocations', { RegionId: region, InstanceId: instanceId }),
    },
  ];
  return (
    <section aria-label={t('cli.title')} className="flex min-w-0 flex-col gap-2">
      <h2>{t('cli.title')}</h2>
      {lines.map(({ label, line }) => (
        <div key={label} className="flex flex-col gap-1">
          <span className="text-xs text-text-muted">{label}</span>
          <CliLine line={line} label={label} />
        </div>
      ))}
    </section>
  );
}
