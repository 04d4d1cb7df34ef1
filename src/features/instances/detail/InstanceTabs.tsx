import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { TabLinks } from '@/ui/TabLinks';
import { instancePaths } from '../paths';
import { useRunsOn } from '../queries';

export interface InstanceTabsProps {
  region: string;
  instanceId: string;
}

/** The tabs of an instance's page. */
export function InstanceTabs({ region, instanceId }: InstanceTabsProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const runs = useRunsOn(region, instanceId).data?.totalCount;
  const { instance: overview, instanceTab } = instancePaths(region);
  return (
    <TabLinks
      label={t('tab.label')}
      tabs={[
        { to: overview(instanceId), label: t('tab.overview') },
        { to: instanceTab(instanceId, 'monitoring'), label: t('tab.monitoring') },
        { to: instanceTab(instanceId, 'events'), label: t('tab.events') },
        {
          to: instanceTab(instanceId, 'invocations'),
          label: t('tab.invocations'),
          count: runs === undefined ? undefined : format.number(runs),
        },
        { to: instanceTab(instanceId, 'disks'), label: t('tab.disks') },
      ]}
    />
  );
}
