import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { TrafficUnit } from '@/domain/monitor-units';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/MenuButton';
import { saveFile } from '@/ui/save-file';
import { toast } from '@/ui/toasts';
import type { ChartData } from '../chart/chart-data';
import { valuesOf } from '../chart/values-rows';
import { exportName } from './export-name';
import { valuesCsv } from './values-csv';

export interface ExportMenuProps {
  charts: readonly ChartData[];
  /** Of the instance or page, for the file. */
  name: string;
  traffic: TrafficUnit;
  /** The charts as drawn; null inside while they are shown as a table. */
  board: RefObject<HTMLElement | null>;
  isDrawn: boolean;
}

/** The values as CSV, the charts as a picture. */
export function ExportMenu({ charts, name, traffic, board, isDrawn }: ExportMenuProps) {
  const { t } = useTranslation('monitoring');
  const span = charts[0]?.window.span;
  const saveCsv = () => {
    const partial = t('table.partial');
    const csv = valuesCsv(valuesOf(charts, traffic), { time: t('table.time'), partial });
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), exportName(name, span, 'csv'));
  };
  const savePicture = async () => {
    if (!board.current) return;
    try {
      const { chartsPicture } = await import('./charts-picture');
      const picture = await chartsPicture(board.current, name);
      saveFile(picture, exportName(name, span, 'png'));
    } catch {
      toast({ tone: 'danger', title: t('export.failed') });
    }
  };
  return (
    <MenuButton
      label={t('export.label')}
      entries={[
        { label: t('export.csv'), onSelect: saveCsv },
        {
          label: t('export.png'),
          ...(isDrawn ? null : { disabledReason: t('export.onlyCharts') }),
          onSelect: () => void savePicture(),
        },
      ]}
      trigger={<IconButton icon={Download} label={t('export.label')} />}
    />
  );
}
