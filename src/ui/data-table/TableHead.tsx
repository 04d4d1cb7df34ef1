import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from './column';

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  /** Undefined: no selection; null: nothing to select now. */
  checked: 'all' | 'mixed' | 'none' | null | undefined;
  onCheck(all: boolean): void;
  hasMenu: boolean;
}

export function TableHead<Row>({ columns, checked, onCheck, hasMenu }: TableHeadProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <thead>
      <tr aria-rowindex={1}>
        {checked === undefined ? null : (
          <th scope="col" data-slot="check">
            <input
              ref={(box) => {
                if (box) box.indeterminate = checked === 'mixed';
              }}
              type="checkbox"
              className="check"
              aria-label={t('table.selectAll')}
              checked={checked === 'all'}
              disabled={checked === null}
              onChange={() => onCheck(checked !== 'all')}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} />
        ))}
        {hasMenu ? (
          <th scope="col" data-slot="menu">
            <span className="sr-only">{t('table.menu')}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({ column: { header, align, sort, onSort } }: { column: Column<Row> }) {
  const order = sort === 'asc' ? 'ascending' : sort === 'desc' ? 'descending' : 'none';
  const sorted = order !== 'none';
  const Arrow = sort === 'asc' ? ArrowUp : ArrowDown;
  const content = (
    <>
      {header}
      {sorted ? <Arrow aria-hidden /> : null}
    </>
  );
  return (
    // The title is for a head that its column cuts off.
    <th scope="col" data-align={align} title={header} aria-sort={onSort || sorted ? order : undefined}>
      {onSort ? (
        <button type="button" onClick={onSort}>
          {content}
        </button>
      ) : (
        content
      )}
    </th>
  );
}
