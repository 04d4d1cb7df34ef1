import { useTranslation } from 'react-i18next';
import { Status } from '@/ui/Status';
import { stateLook } from './looks';

export const INSTANCE_STATES = ['Pending', 'Starting', 'Running', 'Stopping', 'Stopped'] as const;
export type InstanceStateName = (typeof INSTANCE_STATES)[number];

export function isInstanceState(value: string): value is InstanceStateName {
  return (INSTANCE_STATES as readonly string[]).includes(value);
}

/** Icon and word of a lifecycle state; one the console does not know is shown as it came. */
export function InstanceState({ state }: { state: string }) {
  const { t } = useTranslation('domain');
  return (
    <Status {...stateLook(state)}>{isInstanceState(state) ? t(`instanceState.${state}`) : state}</Status>
  );
}
