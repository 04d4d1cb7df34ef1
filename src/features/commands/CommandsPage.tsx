import { lazy, Suspense, useRef, useState } from 'react';
import { History } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Outlet, useLocation, useNavigate } from 'react-router-dom';
import type { Command } from '@/api/ecs/commands';
import { useRegion } from '@/api/region';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Button } from '@/ui/Button';
import { DataTable } from '@/ui/DataTable';
import { Freshness } from '@/ui/Freshness';
import { listState } from '@/ui/list-state';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { Time } from '@/ui/Time';
import { useExistingPage } from '@/ui/use-existing-page';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { useCommandQuota } from '@/features/cloud-assistant';
import { CommandFilters } from './CommandFilters';
import { CommandsHead } from './CommandsHead';
import { commandPaths } from './command-paths';
import { isFiltered, type ListFilters, PAGE_SIZES, readFilters, writeFilters } from './list-filters';
import { ListPlaceholder } from './ListPlaceholder';
import { useCommandList, useRereadCommands } from './queries';
import { SelectionBar } from './SelectionBar';
import { useCommandColumns } from './use-command-columns';
import { useCommandMenu } from './use-command-menu';
import { openedFrom } from '@/ui/use-return';
import { useSelection } from './use-selection';

const CliDialog = lazy(() => import('./CliDialog').then((module) => ({ default: module.CliDialog })));
const DeleteCommandsDialog = lazy(() =>
  import('./DeleteCommandsDialog').then((module) => ({ default: module.DeleteCommandsDialog })),
);
const ExportAllDialog = lazy(() => import('./transfer/ExportAllDialog'));

const LIST: ListAddress<ListFilters> = {
  name: 'commands',
  size: 20,
  read: readFilters,
  write: (filters, defaultSize, newest) => writeFilters(newest, filters, defaultSize),
};
const NO_ROWS: readonly Command[] = [];

/** The region's saved commands (manual 1.2.4). Sheets and dialogs of single commands open over it as child routes. */
export function Component() {
  const { t } = useTranslation('commands');
  const region = useRegion();
  const { filters, show } = useListAddress(LIST);
  const quota = useCommandQuota(region);
  const list = useCommandList(region, filters);
  const reread = useRereadCommands(region);
  const selection = useSelection();
  const [dialog, setDialog] = useState<
    { kind: 'delete'; commands: Command[] } | { kind: 'cli'; command: Command } | { kind: 'exportAll' }
  >();
  const navigate = useNavigate();
  const { search } = useLocation();
  const paths = commandPaths(region, search);
  const columns = useCommandColumns(region);
  const rowMenu = useCommandMenu(region, {
    onCli: (command) => setDialog({ kind: 'cli', command }),
    onDelete: (command) => setDialog({ kind: 'delete', commands: [command] }),
  });
  const table = useRef<HTMLDivElement>(null);

  const rows = list.data?.items ?? NO_ROWS;
  const total = list.data?.totalCount ?? 0;
  const state = listState({
    isPending: list.isPending,
    isRead: list.data !== undefined,
    count: rows.length,
    // A page beyond the last one has no rows either.
    isFiltered: isFiltered(filters) || total > 0 || filters.page > 1,
  });
  const known = list.data !== undefined && !list.isPlaceholderData;
  useExistingPage(
    known
      ? { page: filters.page, pageSize: filters.size, total, onPage: (page) => show({ page }) }
      : undefined,
  );
  const full = quota.used !== null && quota.limit !== null && quota.used >= quota.limit;
  const range = useRange(filters, rows.length, total);

  return (
    <>
      <CommandsHead region={region} quota={quota} failed={state === 'error'} />
      <CommandFilters
        filters={filters}
        onChange={(changes) =>
          // Typing would fill the history with every letter.
          show(changes, { push: changes.search === undefined })
        }
        paths={paths}
        state={openedFrom(paths.list)}
        createReason={full ? t('list.fullReason', { limit: quota.limit }) : undefined}
        onExportAll={() => setDialog({ kind: 'exportAll' })}
        freshness={<Freshness at={list.dataUpdatedAt} busy={list.isFetching} onRefresh={reread} />}
      />
      {list.isError && list.data ? <Stale at={list.dataUpdatedAt} onRefresh={reread} /> : null}
      <div ref={table} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <DataTable
          label={t('list.table')}
          columns={columns}
          rows={rows}
          rowKey={(command) => command.CommandId}
          state={state}
          placeholder={
            state === 'loading' || state === 'ready' ? null : (
              <ListPlaceholder
                state={state}
                region={region}
                filters={filters}
                error={list.error}
                retrying={list.isFetching}
                onRetry={reread}
                onClear={() => show({ search: '', type: null })}
              />
            )
          }
          selection={{
            selected: selection.keys,
            onChange: (keys) => selection.set(keys, rows),
            labelFor: (command) => command.Name,
          }}
          onRowOpen={(command) => void navigate(paths.detail(command.CommandId))}
          rowMenu={rowMenu}
        />
      </div>
      {selection.keys.size > 0 ? (
        <SelectionBar
          selection={selection}
          region={region}
          paths={paths}
          aside={range}
          onDelete={() => setDialog({ kind: 'delete', commands: selection.commands })}
        />
      ) : list.data ? (
        <Pager
          page={filters.page}
          pageSize={filters.size}
          total={total}
          pageSizes={PAGE_SIZES}
          onPage={(page) => show({ page }, { push: true })}
          onPageSize={(size) => show({ size })}
        />
      ) : null}
      <Suspense>
        {dialog?.kind === 'delete' ? (
          <DeleteCommandsDialog
            region={region}
            commands={dialog.commands}
            onClose={(deleted) => {
              selection.remove(deleted);
              setDialog(undefined);
              // The row that had the focus is gone with its command.
              if (deleted.size > 0) requestAnimationFrame(() => table.current?.focus());
            }}
          />
        ) : null}
        {dialog?.kind === 'cli' ? (
          <CliDialog region={region} command={dialog.command} onClose={() => setDialog(undefined)} />
        ) : null}
        {dialog?.kind === 'exportAll' ? (
          <ExportAllDialog region={region} onClose={() => setDialog(undefined)} />
        ) : null}
      </Suspense>
      <Outlet />
    </>
  );
}

function useRange(filters: ListFilters, shown: number, total: number): string {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const first = (filters.page - 1) * filters.size + 1;
  const figures = { first, last: first + Math.max(0, shown - 1), total };
  return t('pager.range', {
    first: format.number(figures.first),
    last: format.number(figures.last),
    total: format.number(figures.total),
  });
}

/** The last refresh failed: what is shown is old, and says how old. */
function Stale({ at, onRefresh }: { at: number; onRefresh(): void }) {
  const { t } = useTranslation('commands');
  return (
    <Note
      tone="warn"
      icon={History}
      role="status"
      title={t('list.staleTitle')}
      className="mb-2.5"
      action={
        <Button size="sm" onClick={onRefresh}>
          {t('list.refresh')}
        </Button>
      }
    >
      <Rich text={t('list.stale')} parts={{ time: <Time at={at} form="clock" /> }} />
    </Note>
  );
}
