import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { runAddress } from '@/features/run';
import { LinkButton } from '@/ui/LinkButton';
import { MenuButton } from '@/ui/MenuButton';
import { openedFrom } from '@/ui/use-return';
import { useCommandExists } from '../queries';
import type { InstanceRun } from '../run-progress';
import { type AgainSet, deservesAnother } from './run-again';

interface AgainProps {
  region: string;
  invocation: Invocation;
}

/** Where the run sheet opens with the parameters of the record, and where it comes back to. */
function useAgain({ region, invocation }: AgainProps) {
  const { t } = useTranslation('invocations');
  const { pathname, search } = useLocation();
  const exists = useCommandExists(region, invocation.CommandId);
  return {
    disabledReason: exists ? undefined : t('again.commandGone'),
    addressOf: (instances: readonly string[], cron = '') =>
      runAddress(region, invocation.CommandId, { instances, from: invocation.InvokeId, cron }),
    state: openedFrom(pathname + search),
  };
}

export interface RunAgainProps extends AgainProps {
  /** Of a schedule: those of its last fire. */
  runs: readonly InstanceRun[];
  /** Other parts of the record to run it on again. */
  sets?: readonly AgainSet[];
  /** What the outputs are searched for, for the name of the part where it is found. */
  search?: string;
}

const NO_SETS: readonly AgainSet[] = [];

/**
 * Opens the run sheet with the same instances and parameters (B6): on all, by the same schedule if it was stopped; on those
 * it failed on, at once; and on other parts of the record.
 */
export function RunAgain({ region, invocation, runs, sets = NO_SETS, search = '' }: RunAgainProps) {
  const { t } = useTranslation('invocations');
  const navigate = useNavigate();
  const { disabledReason, addressOf, state } = useAgain({ region, invocation });
  const failed = runs.filter(deservesAnother).map((run) => run.instanceId);
  // A schedule that still fires needs no second one: once, now, is what is left to ask for.
  const isActive = invocation.Frequency !== '' && isUnderWay(invocation);
  const all = invocation.InvokeInstances.map((instance) => instance.InstanceId);
  return (
    <>
      {failed.length > 0 ? (
        <LinkButton icon={RotateCcw} to={addressOf(failed)} state={state} disabledReason={disabledReason}>
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
      {sets.length > 0 ? (
        <MenuButton
          label={t('again.on')}
          entries={sets.map(({ kind, instanceIds }) => ({
            label: t(`again.set.${kind}`, { count: instanceIds.length, text: search }),
            icon: RotateCcw,
            disabledReason,
            onSelect: () => void navigate(addressOf(instanceIds), { state }),
          }))}
        />
      ) : null}
    </>
  );
}

export interface RunAgainOnProps extends AgainProps {
  instanceIds: readonly string[];
  /** Those instances in words, for screen readers. */
  who: string;
}

/** Runs the record again on the instances of one line. */
export function RunAgainOn({ region, invocation, instanceIds, who }: RunAgainOnProps) {
  const { t } = useTranslation('invocations');
  const { disabledReason, addressOf, state } = useAgain({ region, invocation });
  return (
    <LinkButton
      size="sm"
      variant="quiet"
      to={addressOf(instanceIds)}
      state={state}
      disabledReason={disabledReason}
    >
      {t('again.these', { count: instanceIds.length })}
      <span className="sr-only"> {who}</span>
    </LinkButton>
  );
}
