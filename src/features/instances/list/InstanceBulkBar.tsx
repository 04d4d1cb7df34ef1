import { Download, RotateCw, Terminal } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { BulkBar } from '@/ui/BulkBar';
import { Button } from '@/ui/Button';
import { instancePaths } from '../paths';
import type { InstanceAct } from './use-instance-menu';
import type { InstanceSelection } from './use-instance-selection';

/** What the address of the commands can carry. */
const MOST_IN_ADDRESS = 300;

export interface InstanceBulkBarProps {
  region: string;
  selection: InstanceSelection;
  /** In the list. */
  total: number | undefined;
  onAct(act: InstanceAct): void;
}

/** What can be done with the selected instances. */
export function InstanceBulkBar({ region, selection, total, onAct }: InstanceBulkBarProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const navigate = useNavigate();
  const count = selection.instances.length;
  return (
    <BulkBar
      count={count}
      label={t('bulk.selected', { count, number: format.number(count) })}
      onClear={selection.clear}
      aside={total === undefined ? null : t('bulk.of', { total: format.number(total) })}
    >
      <Button
        variant="quiet"
        icon={Terminal}
        disabledReason={
          count > MOST_IN_ADDRESS
            ? t('bulk.tooMany', { count: MOST_IN_ADDRESS, number: format.number(MOST_IN_ADDRESS) })
            : undefined
        }
        onClick={() =>
          void navigate(instancePaths(region).commandsFor(selection.instances.map((item) => item.InstanceId)))
        }
      >
        {t('action.run')}
      </Button>
      <Button variant="quiet" icon={Download} onClick={() => onAct('install')}>
        {t('action.install')}
      </Button>
      <Button variant="quiet" icon={RotateCw} onClick={() => onAct('restart')}>
        {t('action.restart')}
      </Button>
    </BulkBar>
  );
}
