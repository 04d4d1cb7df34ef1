import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keys } from '@/api/query-keys';
import type { Page } from '@/api/decode';
import type { Invocation } from '@/api/ecs/invocations';
import type { Execution } from '@/api/oos/executions';
import { EXECUTION_OUTCOMES, ITEM_OUTCOMES } from '@/domain/engine-status';
import { type BatchPlan, COUNT_KINDS } from '@/features/batches';
import { OUTCOMES } from '@/domain/invocation-status';
import { useTypeName } from '@/features/events';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { useTranslation } from '@/i18n/use-translation';
import type { NewsItem } from './news';

/** A notification in words: the answer, and what it is about. */
export interface NewsWords {
  title: string;
  about: string;
}

/** Words for notifications; names come from what the pages have read, because none are kept. */
export function useNewsWords(account: string): (item: NewsItem) => NewsWords {
  const { t } = useTranslation(['notifications', 'domain', 'batches', 'engine']);
  const cache = useQueryClient();
  const format = useFormat();
  const typeName = useTypeName();
  const regionName = useRegionName();
  return useCallback(
    (item) => {
      const region = regionName(item.region);
      const executionName = ({ region: id, ref }: { region: string; ref: string }) =>
        cache.getQueryData<Execution | null>(keys.engineRuns.detail(id, ref))?.description || ref;
      switch (item.kind) {
        case 'run': {
          const counts = OUTCOMES.flatMap((outcome) => {
            const count = item.counts.find(({ kind }) => kind === outcome)?.count;
            return count ? [t(`domain:outcomeCount.${outcome}`, { count })] : [];
          });
          const page = cache.getQueryData<Page<Invocation>>(keys.invocations.detail(item.region, item.ref));
          const name = page?.items[0]?.CommandName || item.ref;
          return { title: counts.join(' · ') || t('runEnded'), about: t('run', { name, region }) };
        }
        case 'batch': {
          const counts = COUNT_KINDS.flatMap((kind) => {
            const count = item.counts.find((one) => one.kind === kind)?.count;
            return count ? [t(`batches:count.${kind}`, { count })] : [];
          });
          const plans = cache.getQueryData<BatchPlan[]>(keys.batchRuns(account));
          const name = plans?.find(({ id }) => id === item.ref)?.name;
          return {
            title: counts.join(' · ') || t('runEnded'),
            about: name ? t('batch', { name, region }) : t('batchUnnamed', { region }),
          };
        }
        case 'engine': {
          const counts = ITEM_OUTCOMES.flatMap((outcome) => {
            const count = item.counts.find(({ kind }) => kind === outcome)?.count;
            return count ? [t(`engine:count.${outcome}`, { count })] : [];
          });
          const how = EXECUTION_OUTCOMES.find((outcome) => outcome === item.outcome);
          return {
            title: counts.join(' · ') || (how ? t(`engine:outcome.${how}`) : t('runEnded')),
            about: t('engine', { name: executionName(item), region }),
          };
        }
        case 'pause':
          return {
            title: t('engine:outcome.paused'),
            about: t('engine', { name: executionName(item), region }),
          };
        case 'event':
          return {
            title: typeName(item.type),
            about: t('event', { instance: item.instanceId, region }),
          };
        case 'events':
          return {
            title: t('events', { count: item.count, number: format.number(item.count) }),
            about: region,
          };
      }
    },
    [account, cache, format, regionName, t, typeName],
  );
}
