import { useState } from 'react';
import { Server } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterChip } from '@/ui/FilterChip';
import { Freshness } from '@/ui/Freshness';
import { NoMatch } from '@/ui/NoMatch';
import { Note } from '@/ui/Note';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { useZoneNames, type useTypeStock } from '../queries';
import { matchingRows, type StockTable as Table } from './stock-rows';
import { type StockAddress, readStockAddress, writeStockAddress } from './stock-address';
import { type Place, StockTable } from './StockTable';

interface StockColumnProps {
  region: string;
  stock: ReturnType<typeof useTypeStock>;
  table: Table | undefined;
  chosen: Place;
  onChoose(place: Place): void;
}

const CORES = [1, 2, 4, 8, 16, 32, 64];
const MEMORY = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** A region sells hundreds of types. */
const SHOWN_AT_ONCE = 40;

/** Where and of what type: what each zone has, to choose from (manual 2.3). */
export function StockColumn({ region, stock, table, chosen, onChoose }: StockColumnProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const regionName = useRegionName()(region);
  const zoneNameOf = useZoneNames(region);
  const [params, change] = useAddress();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const asked = readStockAddress(params);
  const error = useErrorText(stock.error);
  const show = (changes: Partial<StockAddress>) =>
    change((newest) => writeStockAddress(newest, { ...readStockAddress(newest), ...changes }));
  const zoneName = (zoneId: string) => withoutRegion(zoneNameOf(zoneId), regionName) || zoneId;
  const rows = table ? matchingRows(table.rows, asked.text, asked.inStockOnly) : [];
  const isFiltered = asked.text !== '' || asked.cores !== null || asked.memory !== null || asked.inStockOnly;
  const chip = (
    label: string,
    value: number | null,
    values: readonly number[],
    unit: string,
    key: 'cores' | 'memory',
  ) => (
    <FilterChip
      label={label}
      anyLabel={t('stock.any')}
      value={value === null ? null : String(value)}
      options={values.map((one) => ({ value: String(one), label: `${format.number(one)}${unit}` }))}
      onValueChange={(next) => show({ [key]: next === null ? null : Number(next) })}
    />
  );
  return (
    <section aria-labelledby="creation-where" className="flex min-h-0 min-w-0 flex-col pt-1 pl-6">
      <div className="mb-2 flex min-h-[26px] flex-none items-center gap-3">
        <h2 id="creation-where" className="flex-1">
          {t('stock.title')}
        </h2>
        {/* Its button is higher than the headings beside it. */}
        <div className="-my-[3px]">
          <Freshness
            at={stock.dataUpdatedAt}
            busy={stock.isFetching}
            onRefresh={() => void stock.refetch()}
          />
        </div>
      </div>
      <div className="flex flex-none flex-wrap items-center gap-x-1.5 gap-y-1 pb-2">
        <SearchField
          className="w-[168px]"
          label={t('stock.search')}
          value={asked.text}
          onValueChange={(text) => show({ text })}
        />
        {chip(t('stock.cores'), asked.cores, CORES, '', 'cores')}
        {chip(t('stock.memory'), asked.memory, MEMORY, ' GiB', 'memory')}
        <Checkbox
          className="ml-1"
          label={t('stock.inStockOnly')}
          checked={asked.inStockOnly}
          onCheckedChange={(inStockOnly) => show({ inStockOnly })}
        />
      </div>
      {stock.isError && table ? (
        <Note
          tone="warn"
          role="status"
          className="mb-2 flex-none"
          title={t('stock.stale', { title: error.title })}
        >
          {error.advice}
        </Note>
      ) : null}
      <div className="min-h-0 flex-1 overflow-auto pb-3" aria-busy={stock.isPending || undefined}>
        {!table ? (
          stock.isError ? (
            <ErrorState
              title={t('stock.errorTitle')}
              advice={error.advice}
              code={error.code}
              requestId={error.requestId}
              retrying={stock.isFetching}
              onRetry={() => void stock.refetch()}
            />
          ) : (
            <StockSkeleton />
          )
        ) : rows.length > 0 ? (
          <>
            <StockTable
              label={t('stock.table')}
              table={table}
              rows={rows.slice(0, shown)}
              zoneName={zoneName}
              chosen={chosen}
              onChoose={onChoose}
            />
            {rows.length > shown ? (
              <Button size="sm" className="mt-2" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
                {t('stock.more', { count: rows.length - shown, number: format.number(rows.length - shown) })}
              </Button>
            ) : null}
          </>
        ) : isFiltered ? (
          <NoMatch
            what={t('stock.noMatchWhat')}
            onClear={() => show({ text: '', cores: null, memory: null, inStockOnly: false })}
          >
            {t('stock.noMatch')}
          </NoMatch>
        ) : (
          <EmptyState icon={Server} title={t('stock.emptyTitle')}>
            {t('stock.empty')}
          </EmptyState>
        )}
      </div>
    </section>
  );
}

/** The region's name says nothing where all zones are of it; services and the console space it differently. */
function withoutRegion(zone: string, region: string): string {
  let rest = zone;
  for (const letter of region.replaceAll(/\s/g, '')) {
    rest = rest.trimStart();
    if (!rest.startsWith(letter)) return zone;
    rest = rest.slice(letter.length);
  }
  return rest.trim();
}

function StockSkeleton() {
  return (
    <div className="flex flex-col gap-3 pt-9">
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} width={420 - (index % 3) * 40} height={22} />
      ))}
    </div>
  );
}
