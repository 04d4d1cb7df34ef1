import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { AgentStatus } from '@/api/ecs/agents';
import type { Instance } from '@/api/ecs/instances';
import { agentStateOf } from '@/domain/agent';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { chunksOf } from '../eligibility';
import { AGENT_LOOKS } from '@/features/instance-context';
import { useAgents } from '../queries';
import { CallFailure } from './CallFailure';
import { InstanceNames } from './InstanceNames';
import { notInstallable } from './installable';
import { RestartDialog } from './RestartDialog';
import { INSTALLS_PER_CALL, type InstallAnswer, useInstall } from './use-install';

export interface InstallDialogProps {
  region: string;
  /** At least one; those that need none or can have none are left out and named. */
  instances: readonly Instance[];
  onClose(): void;
}

/**
 * Installs the agent by API on one or several instances, then asks separately for the restart it needs. How it goes on is
 * followed by the pages; see `useInstallProgress`.
 */
export function InstallDialog({ region, instances, onClose }: InstallDialogProps) {
  const [installed, setInstalled] = useState<ReadonlySet<string> | null>(null);
  return installed ? (
    <RestartDialog
      region={region}
      afterInstall
      instances={instances.filter(({ InstanceId }) => installed.has(InstanceId))}
      onClose={onClose}
    />
  ) : (
    <Ask region={region} instances={instances} onClose={onClose} onInstalled={setInstalled} />
  );
}

interface AskProps extends InstallDialogProps {
  onInstalled(instanceIds: ReadonlySet<string>): void;
}

function Ask({ region, instances, onClose, onInstalled }: AskProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const install = useInstall(region);
  const agents = useAgents(
    region,
    instances.map(({ InstanceId }) => InstanceId),
  );
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<InstallAnswer>({ asked: [], refused: null });
  const agentOf = (instance: Instance) => agents.data?.get(instance.InstanceId);
  const done = new Set(answer.asked);
  const targets = agents.data
    ? instances.filter((item) => !done.has(item.InstanceId) && notInstallable(item, agentOf(item)) === null)
    : [];
  const ids = targets.map(({ InstanceId }) => InstanceId);
  const [first] = targets;
  const words = {
    count: targets.length,
    number: format.number(targets.length),
    name: first?.InstanceName || first?.InstanceId || '',
  };

  const run = async () => {
    setBusy(true);
    const fresh = await install(ids);
    setBusy(false);
    const asked = [...answer.asked, ...fresh.asked];
    if (fresh.refused) setAnswer({ asked, refused: fresh.refused });
    else onInstalled(new Set(asked));
  };
  const leave = () => {
    if (busy) return;
    if (done.size > 0) onInstalled(done);
    else onClose();
  };

  return (
    <ConfirmDialog
      open
      width={540}
      danger={false}
      onOpenChange={leave}
      title={targets.length > 0 ? t('install.ask.title', words) : t('install.ask.titleNone')}
      confirmLabel={answer.refused ? t('install.ask.retry') : t('install.ask.confirm', words)}
      cancelLabel={t('install.ask.cancel')}
      busy={busy}
      disabledReason={
        agents.isPending ? t('install.ask.reading') : targets.length === 0 ? t('install.ask.none') : undefined
      }
      onConfirm={() => void run()}
    >
      <p>{t('install.ask.body')}</p>
      {agents.isPending ? <Skeleton height={60} /> : null}
      {agents.isError && !agents.data ? (
        <CallFailure error={agents.error} title={t('install.ask.agentsFailed')} />
      ) : null}
      {targets.length > 1 ? (
        <InstanceNames
          label={t('install.ask.list')}
          instances={targets}
          aside={(instance) => <AgentOf agent={agentOf(instance)} />}
        />
      ) : null}
      {agents.data ? <LeftOut instances={instances} agents={agents.data} /> : null}
      {answer.refused ? (
        <CallFailure
          error={answer.refused.error}
          title={t('install.ask.refused', {
            count: answer.refused.instanceIds.length,
            number: format.number(answer.refused.instanceIds.length),
          })}
        />
      ) : null}
      {targets.length > 0 ? (
        <CliLine
          label={t('install.byApi')}
          line={chunksOf(ids, INSTALLS_PER_CALL)
            .map((InstanceId) => toCli('ecs', 'InstallCloudAssistant', { RegionId: region, InstanceId }))
            .join('\n')}
        />
      ) : null}
    </ConfirmDialog>
  );
}

function AgentOf({ agent }: { agent: AgentStatus | undefined }) {
  const { t } = useTranslation('domain');
  const state = agentStateOf(agent);
  return <Status {...AGENT_LOOKS[state]}>{t(`agentState.${state}`)}</Status>;
}

/** Those the agent is not installed on, by reason. */
function LeftOut({
  instances,
  agents,
}: {
  instances: readonly Instance[];
  agents: ReadonlyMap<string, AgentStatus>;
}) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  return (['online', 'notRunning', 'unsupported'] as const).map((reason) => {
    const names = instances
      .filter((instance) => notInstallable(instance, agents.get(instance.InstanceId)) === reason)
      .map((instance) => instance.InstanceName || instance.InstanceId);
    return names.length === 0 ? null : (
      <p key={reason} className="text-text-muted">
        {t(`install.leftOut.${reason}`, { count: names.length, names: format.list(names) })}
      </p>
    );
  });
}
