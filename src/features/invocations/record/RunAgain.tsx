import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { runAddress } from '@/features/run';
import { LinkButton } from '@/ui/LinkButton';
import { openedFrom } from '@/ui/use-return';
import { useCommandExists } from '../queries';
import type { InstanceRun } from '../run-progress';
import { deservesAnother } from './run-again';

export interface RunAgainProps {
  region: string;
  invocation: Invocation;
  /** Of a schedule: those of its last fire. */
  runs: readonly InstanceRun[];
}

/**
 * Opens the run sheet with the same instances and parameters (B6): on all, by the same schedule if it was stopped, and on
 * those it failed on, at once.
 */
export function RunAgain({ region, invocation, runs }: RunAgainProps) {
  const { t } = useTranslation('invocations');
  const { pathname, search } = useLocation();
  const exists = useCommandExists(region, invocation.CommandId);
  const disabledReason = exists ? undefined : t('again.commandGone');
  const failed = runs.filter(deservesAnother).map((run) => run.instanceId);
  const addressOf = (instances: readonly string[], cron: string) =>
    runAddress(region, invocation.CommandId, { instances, from: invocation.InvokeId, cron });
  // A schedule that still fires needs no second one: once, now, is what is left to ask for.
  const isActive = invocation.Frequency !== '' && isUnderWay(invocation);
  const all = invocation.InvokeInstances.map((instance) => instance.InstanceId);
  const state = openedFrom(pathname + search);
  return (
    <>
      {failed.length > 0 ? (
        <LinkButton icon={RotateCcw} to={addressOf(failed, '')} state={state} disabledReason={disabledReason}>
          {t('again.failed', { count: failed.length })}
        </LinkButton>
      ) : null}
      <LinkButton
        icon={failed.length > 0 ? undefined : RotateCcw}
        to={addressOf(all, isActive ? '' : invocation.Frequency)}
        state={state}
        disabledReason={disabledReason}
      >
        {t(isActive ? 'again.now' : invocation.Frequency ? 'again.schedule' : 'again.all')}
      </LinkButton>
    </>
  );
}
