import { useId } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { isInStock } from '@/domain/stock';
import { cx } from '@/ui/cx';
import type { StockRow, StockTable as Table } from './stock-rows';
import { StockStatus } from './StockStatus';

export interface Place {
  zoneId: string;
  instanceType: string;
}

interface StockTableProps {
  label: string;
  table: Table;
  rows: readonly StockRow[];
  zoneName(zoneId: string): string;
  chosen: Place;
  onChoose(place: Place): void;
}

/** One place of all: native radios in the cells of a table, so that arrows choose and the table still reads as one. */
export function StockTable({ label, table, rows, zoneName, chosen, onChoose }: StockTableProps) {
  const { t } = useTranslation('createInstances');
  const name = useId();
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0">
      <thead className="sticky top-0 z-1 bg-surface text-left text-xs text-text-subtle">
        <tr>
          <th scope="col" className="h-[30px] border-b border-border-strong pr-2.5 pl-1 font-normal">
            {t('stock.type')}
          </th>
          {table.zoneIds.map((zoneId) => (
            <th
              key={zoneId}
              scope="col"
              title={zoneId}
              className="h-[30px] border-b border-border-strong px-2.5 font-normal whitespace-nowrap"
            >
              {zoneName(zoneId)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ instanceType, levels }) => (
          <tr
            key={instanceType}
            className={cx('group', chosen.instanceType === instanceType && 'bg-selected')}
          >
            <th
              scope="row"
              className="code h-[34px] rounded-l-sm pr-2.5 pl-1 text-left font-normal whitespace-nowrap"
            >
              {instanceType}
            </th>
            {table.zoneIds.map((zoneId) => {
              const level = levels.get(zoneId);
              if (level === undefined)
                return (
                  <td key={zoneId} className="px-2.5 text-text-subtle last:rounded-r-sm">
                    {t('stock.notSold')}
                  </td>
                );
              const isChosen = chosen.zoneId === zoneId && chosen.instanceType === instanceType;
              const off = !isInStock(level);
              return (
                <td key={zoneId} className="px-2.5 last:rounded-r-sm">
                  <label
                    className={cx(
                      'inline-flex min-h-[28px] items-center gap-2 whitespace-nowrap',
                      isChosen && 'font-semibold',
                      off ? 'text-text-subtle' : 'cursor-pointer',
                    )}
                  >
                    <input
                      type="radio"
                      className="check"
                      name={name}
                      checked={isChosen}
                      // What was chosen before it sold out stays chosen, and says so.
                      disabled={off && !isChosen}
                      aria-label={t('stock.cell', {
                        type: instanceType,
                        zone: zoneName(zoneId),
                        stock: t(`stock.${level}`),
                      })}
                      onChange={() => onChoose({ zoneId, instanceType })}
                    />
                    <StockStatus level={level} />
                  </label>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
