import { Download, Play, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { BulkBar } from '@/ui/BulkBar';
import { Button } from '@/ui/Button';
import type { CommandPaths } from './command-paths';
import { openedFrom } from '@/ui/use-return';
import { useExport } from './transfer/use-export';
import type { CommandSelection } from './use-selection';

export interface SelectionBarProps {
  region: string;
  selection: CommandSelection;
  paths: CommandPaths;
  onDelete(): void;
  aside: ReactNode;
}

/** What can be done with the selected commands, in the pager's place. */
export function SelectionBar({
  region,
  selection: { commands, clear },
  paths,
  onDelete,
  aside,
}: SelectionBarProps) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const navigate = useNavigate();
  const save = useExport(region);
  const [first] = commands;
  const only = commands.length === 1 ? first : undefined;
  return (
    <BulkBar
      count={commands.length}
      label={t('bulk.selected', { count: commands.length, number: format.number(commands.length) })}
      onClear={clear}
      aside={aside}
    >
      <Button
        variant="quiet"
        icon={Play}
        disabledReason={only ? undefined : t('bulk.runReason')}
        onClick={() => {
          if (only) void navigate(paths.run(only.CommandId), { state: openedFrom(paths.list) });
        }}
      >
        {t('action.run')}
      </Button>
      {only ? null : <span className="mr-3 text-xs text-on-bar-muted">{t('bulk.runReason')}</span>}
      <Button variant="quiet" icon={Download} onClick={() => void save(commands)}>
        {t('action.export')}
      </Button>
      <Button variant="quiet" icon={Trash2} onClick={onDelete}>
        {t('action.delete')}
      </Button>
    </BulkBar>
  );
}
