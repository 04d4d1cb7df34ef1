import { useTranslation } from '@/i18n/use-translation';
import { Status } from '@/ui/Status';
import { isInstanceState, stateLook } from '@/features/instance-context';

/** Icon and word of a lifecycle state; one the console does not know is shown as it came. */
export function InstanceState({ state }: { state: string }) {
  const { t } = useTranslation('domain');
  return (
    <Status {...stateLook(state)}>{isInstanceState(state) ? t(`instanceState.${state}`) : state}</Status>
  );
}
