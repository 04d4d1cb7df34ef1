import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useNavigate } from 'react-router-dom';
import { healthLook } from '@/features/instance-context';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { Id } from '@/ui/Id';
import { Status } from '@/ui/Status';
import { useStateWords } from './use-state-words';
import type { TroubledInstance } from './use-region-health';

export interface TroubledTableProps {
  region: string;
  instances: readonly TroubledInstance[];
  isPending: boolean;
}

/** The instances that are not OK, the worst first, with their lifecycle state beside it: these are two things (H3). */
export function TroubledTable({ region, instances, isPending }: TroubledTableProps) {
  const { t } = useTranslation(['health', 'domain']);
  const navigate = useNavigate();
  const stateWords = useStateWords();
  const columns = useMemo<readonly Column<TroubledInstance>[]>(
    () => [
      {
        id: 'name',
        header: t('column.instance'),
        cell: ({ id, name }) => (
          <Link to={`/${region}/instances/${encodeURIComponent(id)}`} className="font-semibold">
            {name}
          </Link>
        ),
      },
      {
        id: 'id',
        header: t('column.id'),
        width: 220,
        hideBelow: 1200,
        spills: true,
        cell: ({ id }) => <Id value={id} />,
      },
      {
        id: 'health',
        header: t('column.health'),
        width: 180,
        cell: ({ health }) => <Status {...healthLook(health)}>{t(`domain:health.${health}.label`)}</Status>,
      },
      { id: 'state', header: t('column.state'), width: 140, cell: ({ state }) => stateWords(state) },
      { id: 'zone', header: t('column.zone'), width: 150, cell: ({ zone }) => zone },
    ],
    [region, stateWords, t],
  );
  const isReady = instances.length > 0;
  return (
    <section aria-label={t('notOk')} className="flex min-h-[260px] flex-1 flex-col">
      <h2 className="pb-1">{t('notOk')}</h2>
      <DataTable
        label={t('notOk')}
        columns={columns}
        rows={instances}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        state={isReady ? 'ready' : isPending ? 'loading' : 'empty'}
        placeholder={<EmptyState icon={CircleCheck} title={t('allOk')} />}
        onRowOpen={({ id }) => void navigate(`/${region}/instances/${encodeURIComponent(id)}`)}
      />
    </section>
  );
}
