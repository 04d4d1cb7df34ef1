import { BellPlus, BellRing, Copy, FlaskConical, Pencil, Power, PowerOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import type { EventRule } from '@/domain/event-rule';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { BulkBar } from '@/ui/BulkBar';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { listState } from '@/ui/list-state';
import type { MenuEntry } from '@/ui/MenuButton';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { SearchField } from '@/ui/SearchField';
import { useAddress } from '@/ui/use-address';
import { openedFrom } from '@/ui/use-return';
import { eventRulePaths } from '../paths';
import { type RuleAct, useEventRules, useRereadRules, useSampleCounts, useTargetsOf } from './queries';
import { RuleActDialog } from './RuleActDialog';
import { filterRules, readRuleFilters, type RuleFilters, writeRuleFilters } from './rule-filters';
import { RulesHead } from './RulesHead';
import { useRuleColumns } from './use-rule-columns';

const TestEventDialog = lazy(() =>
  import('./TestEventDialog').then((module) => ({ default: module.TestEventDialog })),
);
const NO_RULES: readonly EventRule[] = [];

type OpenDialog =
  { kind: 'act'; act: RuleAct; rules: readonly EventRule[] } | { kind: 'test'; rule?: EventRule };

/** The account's event rules: what happens, and who is told (manual 2.4.1, I2). The form opens over it as a child route. */
export function Component() {
  const { t } = useTranslation('eventRules');
  const region = useRegion();
  const format = useFormat();
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const [params, change] = useAddress();
  const filters = useMemo(() => readRuleFilters(params), [params]);
  const list = useEventRules(region);
  const reread = useRereadRules(region);
  const all = list.data ?? NO_RULES;
  const rules = useMemo(() => filterRules(all, filters), [all, filters]);
  const targets = useTargetsOf(region, all);
  const counts = useSampleCounts(region);
  const columns = useRuleColumns(region, targets, counts.data);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const error = useErrorText(list.error);
  const paths = eventRulePaths(region);
  const from = openedFrom(pathname + query);
  const selected = all.filter(({ name }) => chosen.has(name));
  const state = listState({
    isPending: list.isPending,
    isRead: list.data !== undefined,
    count: rules.length,
    isFiltered: all.length > 0,
  });
  const show = (changes: Partial<RuleFilters>) =>
    change((newest) => writeRuleFilters({ ...readRuleFilters(newest), ...changes }));
  const open = (path: string) => void navigate(path, { state: from });
  const menuOf = (rule: EventRule): MenuEntry[] => [
    { label: t('action.edit'), icon: Pencil, shortcut: 'E', onSelect: () => open(paths.edit(rule.name)) },
    { label: t('action.copy'), icon: Copy, shortcut: 'C', onSelect: () => open(paths.copy(rule.name)) },
    {
      label: t(rule.enabled ? 'action.disable' : 'action.enable'),
      icon: rule.enabled ? PowerOff : Power,
      shortcut: 'S',
      onSelect: () => setDialog({ kind: 'act', act: rule.enabled ? 'disable' : 'enable', rules: [rule] }),
    },
    {
      label: t('action.test'),
      icon: FlaskConical,
      shortcut: 'T',
      onSelect: () => setDialog({ kind: 'test', rule }),
    },
    'separator',
    {
      label: t('action.delete'),
      icon: Trash2,
      shortcut: 'Del',
      danger: true,
      onSelect: () => setDialog({ kind: 'act', act: 'delete', rules: [rule] }),
    },
  ];
  const bulk = (act: RuleAct, rules: readonly EventRule[]) => () => setDialog({ kind: 'act', act, rules });
  const off = selected.filter(({ enabled }) => !enabled);
  const on = selected.filter(({ enabled }) => enabled);

  return (
    <>
      <RulesHead rules={list.data} targets={targets} />
      <div className="flex flex-none flex-wrap items-center gap-1.5 pt-3 pb-2.5">
        <SearchField
          label={t('filter.search')}
          className="w-[236px]"
          value={filters.search}
          shortcut="/"
          onValueChange={(search) => show({ search })}
        />
        <FilterChip
          label={t('column.state')}
          anyLabel={t('filter.any')}
          value={filters.state}
          options={(['on', 'off'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
          onValueChange={(value) => show({ state: value === 'on' || value === 'off' ? value : null })}
        />
        <span className="flex-1" />
        <Freshness at={list.dataUpdatedAt} busy={list.isFetching} onRefresh={() => void reread()} />
        <Button icon={FlaskConical} writes onClick={() => setDialog({ kind: 'test' })}>
          {t('action.test')}
        </Button>
        <LinkButton variant="primary" icon={BellPlus} to={paths.create} state={from}>
          {t('action.create')}
        </LinkButton>
      </div>
      {list.isError && list.data ? (
        <Note tone="warn" className="mb-2" role="status">
          {t('list.stale', { title: error.title, time: format.clock(list.dataUpdatedAt) })}
        </Note>
      ) : null}
      <DataTable
        label={t('list.table')}
        columns={columns}
        rows={rules}
        rowKey={({ name }) => name}
        state={state}
        selection={{ selected: chosen, onChange: setChosen, labelFor: ({ name }) => name }}
        onRowOpen={({ name }) => open(paths.edit(name))}
        rowMenu={menuOf}
        placeholder={
          state === 'error' ? (
            <ErrorState {...error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
          ) : state === 'noMatch' ? (
            <NoMatch
              what={filters.search ? t('list.quoted', { text: filters.search }) : t('list.thisFilter')}
              onClear={() => show({ search: '', state: null })}
            />
          ) : (
            <EmptyState
              icon={BellRing}
              title={t('list.emptyTitle')}
              actions={
                <LinkButton size="sm" to={paths.create} state={from}>
                  {t('action.create')}
                </LinkButton>
              }
            >
              {t('list.emptyBody')}
            </EmptyState>
          )
        }
      />
      <BulkBar
        count={selected.length}
        label={t('bulk.selected', { count: selected.length })}
        onClear={() => setChosen(new Set())}
      >
        <Button
          variant="quiet"
          icon={Power}
          writes
          disabledReason={off.length === 0 ? t('bulk.allOn') : undefined}
          onClick={bulk('enable', off)}
        >
          {t('action.enable')}
        </Button>
        <Button
          variant="quiet"
          icon={PowerOff}
          writes
          disabledReason={on.length === 0 ? t('bulk.allOff') : undefined}
          onClick={bulk('disable', on)}
        >
          {t('action.disable')}
        </Button>
        <Button variant="quiet" icon={Trash2} writes onClick={bulk('delete', selected)}>
          {t('action.delete')}
        </Button>
      </BulkBar>
      {dialog?.kind === 'act' ? (
        <RuleActDialog
          region={region}
          act={dialog.act}
          rules={dialog.rules}
          onClose={(done) => {
            setDialog(null);
            if (done) setChosen(new Set());
          }}
        />
      ) : null}
      <Suspense>
        {dialog?.kind === 'test' ? (
          <TestEventDialog region={region} rule={dialog.rule} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
      <Outlet />
    </>
  );
}
