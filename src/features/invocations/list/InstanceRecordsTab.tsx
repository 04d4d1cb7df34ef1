import { useTranslation } from '@/i18n/use-translation';
import { useInstanceContext } from '@/features/instance-context';
import { RecordList } from './RecordList';
import { useInstanceRecordColumns } from './use-instance-record-columns';

/** Everything that ran on one instance, with what became of it there. */
export function Component() {
  const { t } = useTranslation('invocations');
  const {
    region,
    instance: { InstanceId },
  } = useInstanceContext();
  const columns = useInstanceRecordColumns(region, InstanceId);
  return (
    <div className="flex min-h-[260px] flex-1 flex-col pt-3">
      <RecordList
        region={region}
        instanceId={InstanceId}
        columns={columns}
        searchLabel={t('instance.search')}
        searchHelp={t('instance.noMatch')}
        empty={{ title: t('instance.emptyTitle'), body: t('instance.empty') }}
      />
    </div>
  );
}
