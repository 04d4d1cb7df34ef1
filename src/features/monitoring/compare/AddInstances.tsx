import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { useHealthOf } from '@/features/health';
import { HealthStatus } from '@/features/instances';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/Skeleton';
import { MOST_COMPARED } from './compare-address';

export interface AddInstancesProps {
  region: string;
  ids: readonly string[];
  onChoose(instanceId: string, isChosen: boolean): void;
  onClose(): void;
}

const FOUND = 12;

/** Finds instances by name or ID and ticks those to compare. */
export function AddInstances({ region, ids, onChoose, onClose }: AddInstancesProps) {
  const { t } = useTranslation('monitoring');
  const api = useApi();
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: keys.instances.list(region, { toCompare: search }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances(
        {
          RegionId: region,
          ...(/^i-[a-z0-9]{6,}$/i.test(search)
            ? { InstanceIds: [search] }
            : search
              ? { InstanceName: `*${search}*` }
              : {}),
          PageNumber: 1,
          PageSize: FOUND,
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
  const error = useErrorText(found.error);
  const health = useHealthOf(
    region,
    (found.data?.items ?? []).map(({ InstanceId }) => InstanceId),
  );
  const isFull = ids.length >= MOST_COMPARED;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('compare.addTitle')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('compare.done')}
        </Button>
      }
    >
      <SearchField label={t('compare.search')} value={search} onValueChange={setSearch} />
      <p role="status" className="text-xs text-text-muted">
        {t('compare.chosen', { number: ids.length, most: MOST_COMPARED })}
      </p>
      {found.isError && !found.data ? (
        <ErrorState {...error} retrying={found.isFetching} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        found.data.items.length > 0 ? (
          <ul className="flex min-h-[336px] flex-col">
            {found.data.items.map(({ InstanceId, InstanceName }) => {
              const isChosen = ids.includes(InstanceId);
              return (
                <li key={InstanceId} className="flex h-7 items-center justify-between gap-3">
                  <Checkbox
                    label={
                      <>
                        {InstanceName || InstanceId}{' '}
                        <span className="code text-text-muted">{InstanceName ? InstanceId : null}</span>
                      </>
                    }
                    checked={isChosen}
                    disabled={isFull && !isChosen}
                    onCheckedChange={(checked) => onChoose(InstanceId, checked)}
                  />
                  {health?.get(InstanceId) ? (
                    <span className="flex-none text-xs">
                      <HealthStatus wire={health.get(InstanceId)!} />
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ul>
        ) : (
          <p className="min-h-[336px] text-text-muted">{t('compare.noMatch', { search })}</p>
        )
      ) : (
        <Skeleton height={336} />
      )}
    </Dialog>
  );
}
