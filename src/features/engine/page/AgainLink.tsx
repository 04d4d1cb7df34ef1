import { RotateCcw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import type { Execution } from '@/api/oos/executions';
import { runAddress, scriptAddress } from '@/features/run';
import { LinkButton } from '@/ui/LinkButton';
import { openedFrom } from '@/ui/use-return';
import type { EngineItem } from '../engine-items';

export interface AgainLinkProps {
  region: string;
  execution: Execution;
  items: readonly EngineItem[];
  /** Their IDs by task. */
  records: ReadonlyMap<string, string>;
}

/** The run sheet with what failed, and the same values; nothing when all went well or the script is not known. */
export function AgainLink({ region, execution, items, records }: AgainLinkProps) {
  const { t } = useTranslation('engine');
  const { pathname, search } = useLocation();
  const instances = items.filter(({ outcome }) => outcome === 'failed').map(({ instanceId }) => instanceId);
  const commandId = execution.parameters['commandId'];
  const [from = ''] = records.values();
  if (instances.length === 0 || (typeof commandId !== 'string' && from === '')) return null;
  return (
    <LinkButton
      icon={RotateCcw}
      to={
        typeof commandId === 'string'
          ? runAddress(region, commandId, { instances, from })
          : scriptAddress(region, { instances, from })
      }
      state={openedFrom(pathname + search)}
    >
      {t('again.failed', { count: instances.length })}
    </LinkButton>
  );
}
