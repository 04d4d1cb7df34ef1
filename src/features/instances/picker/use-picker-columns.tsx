import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import { systemName } from '../system-label';
import type { PickerRow } from './use-picker-rows';
import { InstanceState } from '../InstanceState';
import type { PickFor } from './verdict';
import { useVerdictWords } from './verdict-words';

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Name, address, system, and whether the instance can run the command; if there is none, its state. */
export function usePickerColumns(type: PickFor): readonly Column<PickerRow>[] {
  const { t, i18n } = useTranslation('instances');
  const wordsOf = useVerdictWords(type);
  const wide = useSyncExternalStore(onResize, () => window.innerWidth >= 1400);
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        cell: ({ picked, verdict }) => (
          <span
            className={verdict.kind === 'cannot' ? undefined : 'font-semibold'}
            title={`${picked.name} · ${picked.instanceId}`}
          >
            {picked.name}
          </span>
        ),
      },
      {
        id: 'instanceId',
        header: t('column.id'),
        width: 172,
        mono: true,
        hideBelow: 1680,
        cell: ({ picked }) => picked.instanceId,
      },
      {
        id: 'privateIp',
        header: t('column.privateIp'),
        width: 111,
        mono: true,
        cell: ({ picked }) => picked.privateIp || '–',
      },
      {
        id: 'system',
        header: t('column.system'),
        width: wide ? 142 : 106,
        cell: ({ picked, instance }) => (
          <span title={systemName(instance, i18n.language)}>{picked.osName}</span>
        ),
      },
      {
        id: 'verdict',
        header: t(type === null ? 'column.state' : 'column.verdict'),
        width: wide ? 192 : 170,
        cell: (row) => {
          if (type === null) return <InstanceState state={row.instance.Status} />;
          if (row.verdict.kind === 'checking') return <Checking />;
          const { tone, icon, short, why } = wordsOf(row);
          const status = (
            <span>
              <Status tone={tone} icon={icon}>
                {short}
              </Status>
            </span>
          );
          return why === null ? status : <Tooltip text={why}>{status}</Tooltip>;
        },
      },
    ],
    [i18n.language, t, type, wide, wordsOf],
  );
}

function Checking() {
  const { t } = useTranslation('instances');
  return (
    <>
      <Skeleton width={72} />
      <span className="sr-only">{t('verdict.checking')}</span>
    </>
  );
}
