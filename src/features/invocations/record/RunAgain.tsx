import { RotateCcw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { isUnderWay } from '@/features/cloud-assistant';
import { runAddress, scriptAddress } from '@/features/run';
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

/**
 * Where the sheet opens with the parameters of the record, and where it comes back to. What is not among the commands runs
 * as a script with the record's text; by a schedule it cannot.
 */
function useAgain({ region, invocation }: AgainProps) {
  const { t } = useTranslation('invocations');
  const { pathname, search } = useLocation();
  const { CommandId, InvokeId: from } = invocation;
  const exists = useCommandExists(region, CommandId);
  return {
    cannotRepeat: exists ? undefined : t('again.notSaved'),
    addressOf: (instances: readonly string[], cron = '') =>
      exists
        ? runAddress(region, CommandId, { instances, from, cron })
        : scriptAddress(region, { instances, from }),
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
  const { cannotRepeat, addressOf, state } = useAgain({ region, invocation });
  const failed = runs.filter(deservesAnother).map((run) => run.instanceId);
  // A schedule that still fires needs no second one: once, now, is what is left to ask for.
  const isActive = invocation.Frequency !== '' && isUnderWay(invocation);
  const all = invocation.InvokeInstances.map((instance) => instance.InstanceId);
  return (
    <>
      {failed.length > 0 ? (
        <LinkButton icon={RotateCcw} to={addressOf(failed)} state={state}>
          {t('again.failed', { count: failed.length })}
        </LinkButton>
      ) : null}
      <LinkButton
        icon={failed.length > 0 ? undefined : RotateCcw}
        to={addressOf(all, isActive ? '' : invocation.Frequency)}
        state={state}
        disabledReason={invocation.Frequency !== '' && !isActive ? cannotRepeat : undefined}
      >
        {t(isActive ? 'again.now' : invocation.Frequency ? 'again.schedule' : 'again.all')}
      </LinkButton>
      <RunAgainSets region={region} invocation={invocation} sets={sets} search={search} />
    </>
  );
}

export interface RunAgainSetsProps extends AgainProps {
  sets: readonly AgainSet[];
  /** What the outputs are searched for. */
  search: string;
}

/** The other parts of a run that it can be run on again, in a menu; nothing when there are none. */
export function RunAgainSets({ region, invocation, sets, search }: RunAgainSetsProps) {
  const { t } = useTranslation('invocations');
  const navigate = useNavigate();
  const { addressOf, state } = useAgain({ region, invocation });
  if (sets.length === 0) return null;
  return (
    <MenuButton
      label={t('again.on')}
      entries={sets.map(({ kind, instanceIds }) => ({
        label: t(`again.set.${kind}`, { count: instanceIds.length, text: search }),
        icon: RotateCcw,
        onSelect: () => void navigate(addressOf(instanceIds), { state }),
      }))}
    />
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
  const { addressOf, state } = useAgain({ region, invocation });
  return (
    <LinkButton size="sm" variant="quiet" to={addressOf(instanceIds)} state={state}>
      {t('again.these', { count: instanceIds.length })}
      <span className="sr-only"> {who}</span>
    </LinkButton>
  );
}
