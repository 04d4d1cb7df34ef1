import { CopyPlus, Download, ListChecks, RotateCw, Terminal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Instance } from '@/api/ecs/instances';
import { isUnderWay } from '@/features/cloud-assistant';
import { Button } from '@/ui/Button';
import { LinkButton } from '@/ui/LinkButton';
import { MenuButton } from '@/ui/MenuButton';
import { InstallDialog } from '../asked/InstallDialog';
import { RestartDialog } from '../asked/RestartDialog';
import { useRestartProblem } from '../asked/use-restart-problem';
import { instancePaths } from '../paths';
import { useRunsOn } from '../queries';

export interface InstanceActionsProps {
  region: string;
  instance: Instance;
}

/** What can be done with the instance of the page. */
export function InstanceActions({ region, instance }: InstanceActionsProps) {
  const { t } = useTranslation('instances');
  const [dialog, setDialog] = useState<'restart' | 'install' | null>(null);
  const paths = instancePaths(region);
  const problem = useRestartProblem(region, instance);
  const runs = useRunsOn(region, instance.InstanceId).data?.items ?? [];
  const close = () => setDialog(null);
  return (
    <>
      <LinkButton icon={Terminal} to={paths.commandsFor([instance.InstanceId])}>
        {t('action.run')}
      </LinkButton>
      <Button icon={RotateCw} disabledReason={problem} onClick={() => setDialog('restart')}>
        {t('action.restart')}
      </Button>
      <MenuButton
        label={t('action.more')}
        entries={[
          { label: t('action.install'), icon: Download, onSelect: () => setDialog('install') },
          { label: t('action.records'), icon: ListChecks, to: paths.records(instance.InstanceId) },
          { label: t('action.createLike'), icon: CopyPlus, to: paths.createLike(instance.InstanceId) },
        ]}
      />
      {dialog === 'restart' ? (
        <RestartDialog
          region={region}
          instances={[instance]}
          underWay={runs.filter((run) => !run.Frequency && isUnderWay(run)).length}
          onClose={close}
        />
      ) : null}
      {dialog === 'install' ? <InstallDialog region={region} instances={[instance]} onClose={close} /> : null}
    </>
  );
}
