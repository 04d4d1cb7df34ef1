import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import type { Column } from '@/ui/DataTable';
import type { InstanceRun } from '../run-progress';
import type { Found } from './engine';

/** Columns of the instance table for what is compared and searched; none while nothing is. */
export function useCompareColumns(
  letters: ReadonlyMap<string, string> | null,
  found: Found | undefined,
): readonly Column<InstanceRun>[] {
  const { t } = useTranslation('invocations');
  const { number } = useFormat();
  return useMemo(() => {
    const columns: Column<InstanceRun>[] = [];
    if (found) {
      columns.push({
        id: 'found',
        header: t('compare.hitsColumn'),
        width: 56,
        align: 'end',
        cell: ({ instanceId }) => {
          const count = found.counts[instanceId];
          return count ? <b>{number(count)}</b> : <span className="text-text-subtle">–</span>;
        },
      });
    }
    if (letters) {
      columns.push({
        id: 'set',
        header: t('compare.setColumn'),
        width: 44,
        align: 'end',
        cell: ({ instanceId }) => <span className="text-text-muted">{letters.get(instanceId)}</span>,
      });
    }
    return columns;
  }, [letters, found, t, number]);
}
