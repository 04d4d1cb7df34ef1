import { Copy, History, Pencil, Power, PowerOff, Trash2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { MetricRule } from '@/api/cms/metric-rules';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { BulkBar } from '@/ui/BulkBar';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { useExistingPage } from '@/ui/use-existing-page';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { AlarmsHead } from '../AlarmsHead';
import { useAlarmCount, useLastFirings, useRereadRules, useRuleList } from './queries';
import {
  isRuleFiltered,
  readRuleFilters,
  RULE_PAGE_SIZES,
  type RuleFilters,
  writeRuleFilters,
} from './rule-filters';
import { RuleFilterBar } from './RuleFilterBar';
import { RulePlaceholder } from './RulePlaceholder';
import { metricRulePaths } from '../paths';
import { unwritable } from './rule-terms';
import type { RuleAct } from './switch-rules';
import { SwitchRulesDialog } from './SwitchRulesDialog';
import { useRuleColumns } from './use-rule-columns';

const LIST: ListAddress<RuleFilters> = {
  name: 'metric rules',
  size: 20,
  read: readRuleFilters,
  write: writeRuleFilters,
};
const NONE: readonly MetricRule[] = [];
const NO_FILTERS = { search: '', metric: null, state: null, enabled: null, page: 1 } as const;

/** The account's metric alarm rules: what each watches, how it stands, whom it tells (I3). */
export function Component() {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const region = useRegion();
  const navigate = useNavigate();
  const { filters, show } = useListAddress(LIST);
  const list = useRuleList(region, filters);
  const error = useErrorText(list.error);
  const inAlarm = useAlarmCount(region);
  const fired = useLastFirings(region);
  const reread = useRereadRules(region);
  const [selected, setSelected] = useState<ReadonlyMap<string, MetricRule>>(new Map());
  const [dialog, setDialog] = useState<{ act: RuleAct; rules: readonly MetricRule[] } | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const onSwitch = useCallback(
    (rule: MetricRule) => setDialog({ act: rule.EnableState ? 'disable' : 'enable', rules: [rule] }),
    [],
  );
  const columns = useRuleColumns(region, fired, onSwitch);
  const paths = metricRulePaths(region);

  const rows = list.data?.items ?? NONE;
  const total = list.data?.totalCount ?? 0;
  const filtered = isRuleFiltered(filters);
  const state = listState({
    isPending: list.isPending,
    isRead: list.data !== undefined,
    count: rows.length,
    isFiltered: filtered || filters.page > 1,
  });
  const known = list.data !== undefined && !list.isPlaceholderData;
  useExistingPage(
    known
      ? { page: filters.page, pageSize: filters.size, total, onPage: (page) => show({ page }) }
      : undefined,
  );
  const count = { count: total, number: format.number(total) };
  const chosen = [...selected.values()];

  return (
    <>
      <AlarmsHead
        title={
          state === 'loading' || state === 'error'
            ? t('list.reading')
            : filtered
              ? t('list.found', count)
              : total === 0
                ? t('list.none')
                : t('list.title', count)
        }
        rest={
          state !== 'ready' || filtered || inAlarm === undefined
            ? null
            : inAlarm > 0
              ? t('list.alarm', { count: inAlarm, number: format.number(inAlarm) })
              : t('list.calm')
        }
      />
      <RuleFilterBar
        filters={filters}
        onFilter={show}
        paths={paths}
        freshness={<Freshness at={list.dataUpdatedAt} busy={list.isFetching} onRefresh={reread} />}
      />
      {list.isError && list.data ? (
        <Note tone="warn" className="mb-2" role="status">
          {t('list.stale', { title: error.title, time: format.clock(list.dataUpdatedAt) })}
        </Note>
      ) : null}
      <div ref={table} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <DataTable
          label={t('list.table')}
          columns={columns}
          rows={rows}
          rowKey={({ RuleId }) => RuleId}
          rowLabel={({ RuleName }) => RuleName}
          state={state}
          placeholder={
            state === 'error' || state === 'empty' || state === 'noMatch' ? (
              <RulePlaceholder
                state={state}
                list={list}
                search={filters.search}
                createPath={paths.create}
                onClear={() => show(NO_FILTERS)}
              />
            ) : null
          }
          selection={{
            selected: new Set(selected.keys()),
            onChange: (keys) => {
              const known = new Map([...selected, ...rows.map((rule) => [rule.RuleId, rule] as const)]);
              setSelected(new Map([...known].filter(([id]) => keys.has(id))));
            },
            labelFor: ({ RuleName }) => RuleName,
          }}
          onRowOpen={({ RuleId }) => void navigate(paths.rule(RuleId))}
          rowMenu={(rule) => [
            {
              label: t('action.edit'),
              icon: Pencil,
              shortcut: 'E',
              to: paths.edit(rule.RuleId),
              disabledReason: unwritable(rule) ? t('form.compositeTitle') : undefined,
            },
            {
              label: t('action.copy'),
              icon: Copy,
              shortcut: 'C',
              to: paths.copy(rule.RuleId),
              disabledReason: unwritable(rule) ? t('form.compositeTitle') : undefined,
            },
            { label: t('action.history'), icon: History, to: paths.history(rule.RuleId) },
            {
              label: t(rule.EnableState ? 'action.disable' : 'action.enable'),
              icon: rule.EnableState ? PowerOff : Power,
              shortcut: 'S',
              onSelect: () => onSwitch(rule),
            },
            'separator',
            {
              label: t('action.delete'),
              icon: Trash2,
              shortcut: 'Del',
              danger: true,
              onSelect: () => setDialog({ act: 'delete', rules: [rule] }),
            },
          ]}
        />
      </div>
      {selected.size > 0 ? (
        <BulkBar
          count={selected.size}
          label={t('list.selected', { count: selected.size, number: format.number(selected.size) })}
          onClear={() => setSelected(new Map())}
        >
          {(['enable', 'disable', 'delete'] as const).map((act) => (
            <Button
              key={act}
              variant="quiet"
              writes
              icon={{ enable: Power, disable: PowerOff, delete: Trash2 }[act]}
              onClick={() => setDialog({ act, rules: chosen })}
            >
              {t(`action.${act}`)}
            </Button>
          ))}
        </BulkBar>
      ) : list.data && total > 0 ? (
        <Pager
          page={filters.page}
          pageSize={filters.size}
          total={total}
          pageSizes={RULE_PAGE_SIZES}
          onPage={(page) => show({ page })}
          onPageSize={(size) => show({ size })}
        />
      ) : null}
      {dialog ? (
        <SwitchRulesDialog
          key={dialog.act}
          region={region}
          act={dialog.act}
          rules={dialog.rules}
          onClose={(done) => {
            setDialog(null);
            if (dialog.rules.length > 1 || dialog.act === 'delete') {
              setSelected(new Map([...selected].filter(([id]) => !done.has(id))));
            }
            // The row that had the focus is gone with its rule.
            if (dialog.act === 'delete' && done.size > 0) requestAnimationFrame(() => table.current?.focus());
          }}
        />
      ) : null}
    </>
  );
}
