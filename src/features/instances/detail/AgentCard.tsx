import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { AgentStatus } from '@/api/ecs/agents';
import type { Instance } from '@/api/ecs/instances';
import { useErrorText } from '@/api/use-error-text';
import { parseWireTime } from '@/api/wire-times';
import { agentLogPath, type AgentState, agentStateOf } from '@/domain/agent';
import { isInstallOver } from '@/domain/agent-install';
import { HelpLink } from '@/features/help';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { InstallDialog } from '../asked/InstallDialog';
import { InstallSteps } from '../asked/InstallSteps';
import { type Install, useInstallProgress } from '../asked/use-install-progress';
import { AGENT_LOOKS } from '@/features/instance-context';
import { useAgents } from '../queries';
import { isSystemSupported, osTypeOf } from '../system-label';
import { Fact, Facts } from './Facts';
import { installationFor } from './install-lines';

export interface AgentCardProps {
  region: string;
  instance: Instance;
}

/** The Cloud Assistant agent: state, version, last heartbeat, and how to get one that works. */
export function AgentCard({ region, instance }: AgentCardProps) {
  const { t } = useTranslation(['instances', 'ui']);
  const agents = useAgents(region, [instance.InstanceId]);
  const error = useErrorText(agents.error);
  if (agents.isPending) {
    return (
      <Facts title={t('agent.title')} after={<Skeleton height={72} />}>
        {null}
      </Facts>
    );
  }
  if (!agents.data) {
    return (
      <Facts
        title={t('agent.title')}
        after={
          <Note
            tone="warn"
            role="status"
            title={error.title}
            action={
              <Button size="sm" busy={agents.isFetching} onClick={() => void agents.refetch()}>
                {t('ui:action.retry')}
              </Button>
            }
          >
            {error.advice}
          </Note>
        }
      >
        {null}
      </Facts>
    );
  }
  return <Known region={region} instance={instance} agent={agents.data.get(instance.InstanceId)} />;
}

function Known({ region, instance, agent }: AgentCardProps & { agent: AgentStatus | undefined }) {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();
  const state = agentStateOf(agent);
  const heartbeat = parseWireTime(agent?.LastHeartbeatTime);
  const lastRun = parseWireTime(agent?.LastInvokedTime);
  const version = agent?.CloudAssistantVersion ?? '';
  const [installing, setInstalling] = useState(false);
  const [install] = useInstallProgress(region, instance.InstanceId).installs;
  return (
    <Facts
      title={t('agent.title')}
      after={
        <>
          {install ? <InstallSteps region={region} install={install} /> : null}
          <Advice
            region={region}
            instance={instance}
            state={state}
            install={install}
            onInstall={() => setInstalling(true)}
          />
          {installing ? (
            <InstallDialog region={region} instances={[instance]} onClose={() => setInstalling(false)} />
          ) : null}
        </>
      }
    >
      <Fact name={t('column.state')}>
        <Status {...AGENT_LOOKS[state]}>{t(`domain:agentState.${state}`)}</Status>
      </Fact>
      <Fact name={t('agent.version')}>{version ? <span className="code">{version}</span> : null}</Fact>
      {state === 'missing' || state === 'unknown' ? null : (
        <>
          <Fact name={t('agent.heartbeat')}>
            <Time at={heartbeat} form="relative" />
            {heartbeat === null ? null : (
              <span className="block text-xs text-text-muted">{format.full(heartbeat)}</span>
            )}
          </Fact>
          {lastRun === null ? null : (
            <Fact name={t('agent.lastRun')}>
              <Time at={lastRun} form="relative" />
              {agent ? (
                <span className="text-text-muted">
                  {t('agent.runs', {
                    count: agent.InvocationCount,
                    number: format.number(agent.InvocationCount),
                  })}
                </span>
              ) : null}
            </Fact>
          )}
          <Fact name={t('agent.log')}>
            <span className="code break-all">{agentLogPath(osTypeOf(instance), version)}</span>
          </Fact>
        </>
      )}
    </Facts>
  );
}

interface AdviceProps extends AgentCardProps {
  state: AgentState;
  install: Install | undefined;
  onInstall(): void;
}

function Advice({ region, instance, state, install, onInstall }: AdviceProps) {
  const { t } = useTranslation(['instances', 'domain']);
  if (!isSystemSupported(instance)) {
    return (
      <Note tone="neutral" title={t('domain:ineligibility.systemUnsupported.short')}>
        {t('domain:ineligibility.systemUnsupported.why')}
      </Note>
    );
  }
  // While an install goes on, its steps are what there is to do.
  if (install?.step && !isInstallOver(install.step)) return null;
  if (state === 'missing') {
    return <HowToInstall region={region} instance={instance} onInstall={onInstall} />;
  }
  if (state !== 'offline') return null;
  if (instance.Status !== 'Running') return <Note tone="neutral">{t('agent.offlineNotRunning')}</Note>;
  return (
    <>
      <Note tone="warn" title={t('agent.offlineTitle')}>
        {t(osTypeOf(instance) === 'windows' ? 'agent.offlineWindows' : 'agent.offlineLinux')}
      </Note>
      <InstallButton instance={instance} onInstall={onInstall}>
        {t('install.again')}
      </InstallButton>
    </>
  );
}

/** By hand on the instance, or by the API, which takes effect after a restart (contract 5, InstallCloudAssistant). */
function HowToInstall({ region, instance, onInstall }: AgentCardProps & Pick<AdviceProps, 'onInstall'>) {
  const { t } = useTranslation('instances');
  const installation = installationFor(instance);
  return (
    <div className="flex flex-col gap-2">
      <h3>{t('install.title')}</h3>
      <p className="text-text-muted">
        {t('install.lede')} <HelpLink topic="agent" />
      </p>
      <ol className="m-0 flex list-decimal flex-col gap-2 pl-5">
        {installation.osType === 'linux' ? (
          <li>
            {t('install.linux')}
            {installation.lines.map((line) => (
              <CliLine key={line} className="mt-1" label={t('install.commands')} line={line} />
            ))}
          </li>
        ) : (
          <li>
            {t('install.windows')} <span className="code break-all select-all">{installation.installer}</span>
          </li>
        )}
        <li>{t('install.wait')}</li>
      </ol>
      <p className="mt-1">
        <b>{t('install.byApi')}</b> <span className="text-text-muted">{t('install.restart')}</span>
      </p>
      <CliLine
        label={t('install.byApi')}
        line={toCli('ecs', 'InstallCloudAssistant', { RegionId: region, InstanceId: [instance.InstanceId] })}
      />
      <InstallButton instance={instance} onInstall={onInstall}>
        {t('install.button')}
      </InstallButton>
    </div>
  );
}

interface InstallButtonProps {
  instance: Instance;
  onInstall(): void;
  children: string;
}

function InstallButton({ instance, onInstall, children }: InstallButtonProps) {
  const { t } = useTranslation('instances');
  return (
    <div>
      <Button
        size="sm"
        icon={Download}
        disabledReason={instance.Status === 'Running' ? undefined : t('install.needsRunning')}
        onClick={onInstall}
      >
        {children}
      </Button>
    </div>
  );
}
