import { X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { type Column, DataTable } from '@/ui/DataTable';
import { IconButton } from '@/ui/IconButton';
import type { Picked, PickedInstance } from './picked-instance';

export interface SelectedListProps {
  selected: Picked;
  onChange(next: Picked): void;
}

/** The selection alone, in the order it was made, each with a button that takes it away. */
export function SelectedList({ selected, onChange }: SelectedListProps) {
  const { t } = useTranslation(['instances', 'ui']);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => [...selected.values()], [selected]);
  const columns = useMemo<readonly Column<PickedInstance>[]>(() => {
    const remove = (instanceId: string) => {
      onChange(new Map([...selected].filter(([id]) => id !== instanceId)));
      // The button that had the focus is gone with its row.
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus());
    };
    return [
      {
        id: 'name',
        header: t('column.name'),
        cell: (row) => (
          <b title={row.instanceId} className="font-semibold">
            {row.name}
          </b>
        ),
      },
      {
        id: 'privateIp',
        header: t('column.privateIp'),
        width: 108,
        mono: true,
        cell: (row) => row.privateIp || '–',
      },
      { id: 'system', header: t('column.system'), width: 114, cell: (row) => row.osName },
      {
        id: 'zone',
        header: t('column.zone'),
        width: 130,
        cell: (row) => <span className="text-text-muted">{row.zoneId}</span>,
      },
      {
        id: 'remove',
        header: '',
        width: 46,
        align: 'end',
        cell: (row) => (
          <IconButton
            size="sm"
            icon={X}
            label={t('picker.remove', { name: row.name })}
            onClick={() => remove(row.instanceId)}
          />
        ),
      },
    ];
  }, [onChange, selected, t]);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-none items-center pt-2 pb-1">
        <span className="flex-1 text-text-muted">{t('picker.selectedLede')}</span>
        <Button size="sm" onClick={() => onChange(new Map())}>
          {t('picker.clear')}
        </Button>
      </div>
      <DataTable
        label={t('picker.selectedTable')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.instanceId}
        rowLabel={(row) => row.name}
        state="ready"
      />
    </div>
  );
}
