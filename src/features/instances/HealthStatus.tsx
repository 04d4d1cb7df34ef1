import { useTranslation } from '@/i18n/use-translation';
import { parseHealth } from '@/domain/health';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import { healthLook } from '@/features/instance-context';

/** The word and the manual's explanation (4.2) of a health value; one the console does not know is shown as it came. */
export function useHealthWords(): (wire: string) => { label: string; description: string } {
  const { t } = useTranslation(['instances', 'domain']);
  return (wire) => {
    const health = parseHealth(wire);
    if (health === null) return { label: wire, description: t('health.unknownValue') };
    return {
      label: t(`domain:health.${health}.label`),
      description: t(`domain:health.${health}.description`),
    };
  };
}

/** Icon and word of a health value, explained on hover. */
export function HealthStatus({ wire }: { wire: string }) {
  const words = useHealthWords()(wire);
  return (
    <Tooltip text={words.description}>
      <span>
        <Status {...healthLook(parseHealth(wire))}>{words.label}</Status>
      </span>
    </Tooltip>
  );
}
