import { parseHealth } from '@/domain/health';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import { healthLook, useHealthWords } from '@/features/instance-context';

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
