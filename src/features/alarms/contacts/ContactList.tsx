import { Pencil, Trash2, Users } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { listState } from '@/ui/list-state';
import type { MenuEntry } from '@/ui/MenuButton';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { Pager } from '@/ui/Pager';
import { PAGE_SIZES } from './contact-filters';
import type { useContactGroups, useContacts } from './queries';
import type { useContactAddress } from './use-contact-address';

interface ContactListProps<Row> {
  kind: 'contact' | 'group';
  address: ReturnType<typeof useContactAddress>;
  query: ReturnType<typeof useContacts> | ReturnType<typeof useContactGroups>;
  /** Those that match. */
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  onRetry(): void;
  onDelete(row: Row): void;
}

/** One of the two lists: its page of rows, what stands in their place, and the pager. */
export function ContactList<Row extends { Name: string }>({
  kind,
  address: { filters, show, addressOf, openNew },
  query,
  rows,
  columns,
  onRetry,
  onDelete,
}: ContactListProps<Row>) {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  const navigate = useNavigate();
  const errorText = useErrorText(query.error);
  const page = Math.min(filters.page, Math.max(1, Math.ceil(rows.length / filters.size)));
  const state = listState({
    isPending: query.isPending,
    isRead: query.data !== undefined,
    count: rows.length,
    isFiltered: filters.search !== '' || filters.channel !== null,
  });
  const open = ({ Name }: Row) => void navigate(addressOf(kind, Name));
  const menuOf = (row: Row): MenuEntry[] => [
    { label: t(`contacts.menu.edit`), icon: Pencil, shortcut: 'E', onSelect: () => open(row) },
    'separator',
    {
      label: t('contacts.menu.delete'),
      icon: Trash2,
      shortcut: 'Del',
      danger: true,
      onSelect: () => onDelete(row),
    },
  ];
  return (
    <>
      {query.isError && query.data ? (
        <Note tone="warn" role="status" className="mb-2">
          {t('contacts.stale', { title: errorText.title, time: format.clock(query.dataUpdatedAt) })}
        </Note>
      ) : null}
      <DataTable
        label={t(`contacts.table.${kind}`)}
        height="tall"
        columns={columns}
        rows={rows.slice((page - 1) * filters.size, page * filters.size)}
        rowKey={({ Name }) => Name}
        rowLabel={({ Name }) => Name}
        state={state}
        onRowOpen={open}
        rowMenu={menuOf}
        placeholder={
          state === 'error' ? (
            <ErrorState {...errorText} onRetry={onRetry} retrying={query.isFetching} />
          ) : state === 'noMatch' ? (
            <NoMatch
              what={
                filters.search ? t('contacts.quoted', { text: filters.search }) : t('contacts.thisFilter')
              }
              onClear={() => show({ search: '', channel: null })}
            />
          ) : (
            <EmptyState
              icon={Users}
              title={t(`contacts.empty.${kind}`)}
              actions={
                <Button size="sm" writes onClick={() => openNew(kind)}>
                  {t(kind === 'contact' ? 'contacts.form.create' : 'contacts.group.create')}
                </Button>
              }
            >
              {t(`contacts.empty.${kind}Body`)}
            </EmptyState>
          )
        }
      />
      {state === 'ready' ? (
        <Pager
          page={page}
          pageSize={filters.size}
          total={rows.length}
          pageSizes={PAGE_SIZES}
          onPage={(next) => show({ page: next })}
          onPageSize={(size) => show({ size })}
        />
      ) : null}
    </>
  );
}
