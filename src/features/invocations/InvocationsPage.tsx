import { Suspense } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegion } from '@/api/region';
import { BatchRunsNote } from '@/features/batches';
import { useFormat } from '@/i18n/format';
import { PageHead } from '@/ui/PageHead';
import { RecordList, type RecordListFacts } from './list/RecordList';
import { useRecordColumns } from './list/use-record-columns';
import { useRecords } from './queries';

/** Execution records of the region: what ran, where, and how it went. */
export function Component() {
  const { t } = useTranslation('invocations');
  const region = useRegion();
  const columns = useRecordColumns(region);
  return (
    <RecordList
      region={region}
      columns={columns}
      searchLabel={t('list.search')}
      searchHelp={t('noMatch')}
      empty={{ title: t('empty.title'), body: t('empty.body') }}
      head={(facts) => <Head region={region} {...facts} />}
    />
  );
}

function Head({ region, state, total, filtered }: RecordListFacts & { region: string }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const running = useRecords(region, {
    RegionId: region,
    InvokeStatus: 'Running',
    Timed: false,
    PageNumber: 1,
    PageSize: 1,
  });
  const runningCount = running.data?.totalCount ?? 0;
  const headline = () => {
    if (filtered) return t('list.found', { count: total });
    if (total === 0) return t('list.none');
    return runningCount > 0
      ? t('list.runningOf', { count: runningCount, total: format.number(total) })
      : t('list.total', { count: total });
  };
  return (
    <>
      <PageHead
        documentTitle={t('list.documentTitle')}
        title={state === 'loading' || state === 'error' ? t('list.documentTitle') : headline()}
        rest={state === 'ready' && !filtered && runningCount === 0 ? t('list.noneRunning') : null}
        lede={t('list.lede')}
      />
      <Suspense>
        <BatchRunsNote region={region} />
      </Suspense>
    </>
  );
}
