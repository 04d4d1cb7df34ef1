import { useTranslation } from '@/i18n/use-translation';
import { parseWireTime } from '@/api/wire-times';
import { agentStateOf } from '@/domain/agent';
import { useFormat } from '@/i18n/format';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import { useNow } from '@/ui/use-now';
import { HealthStatus } from '../HealthStatus';
import { AGENT_LOOKS } from '@/features/instance-context';
import { useFacts } from './facts-context';

interface FactCellProps {
  instanceId: string;
}

export function HealthCell({ instanceId }: FactCellProps) {
  const { t } = useTranslation('instances');
  const { health } = useFacts(instanceId);
  if (health === undefined) return <Skeleton width={84} />;
  if (health !== null) return <HealthStatus wire={health} />;
  return (
    <Status tone="neutral" icon="unknown">
      {t('notKnown')}
    </Status>
  );
}

/** State and version of the agent; an agent that is silent says since when, a missing one whether there could be one. */
export function AgentCell({ instanceId, supported }: FactCellProps & { supported: boolean }) {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();
  const { agent } = useFacts(instanceId);
  const state = agentStateOf(agent ?? undefined);
  const heartbeat = parseWireTime(agent?.LastHeartbeatTime);
  const now = useNow(state === 'offline' ? heartbeat : null);
  if (agent === undefined) return <Skeleton width={120} />;
  if (!supported && state !== 'online') {
    return (
      <Tooltip text={t('domain:ineligibility.systemUnsupported.why')}>
        <span>
          <Status tone="neutral" icon="failed">
            {t('domain:ineligibility.systemUnsupported.short')}
          </Status>
        </span>
      </Tooltip>
    );
  }
  const heard = heartbeat === null ? null : format.relative(heartbeat, Math.max(now, heartbeat));
  const detail = state === 'online' ? agent?.CloudAssistantVersion : heard;
  const status = (
    <span>
      <Status {...AGENT_LOOKS[state]}>
        {t(`domain:agentState.${state}`)}
        {detail ? <span className="text-text-muted">{detail}</span> : null}
      </Status>
    </span>
  );
  return heartbeat === null ? (
    status
  ) : (
    <Tooltip text={t('agent.heard', { time: format.full(heartbeat), ago: heard })}>{status}</Tooltip>
  );
}
