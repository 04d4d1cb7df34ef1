import { useId, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Limits } from '@/domain/limits';
import { Checkbox } from '@/ui/Checkbox';
import { DataTable } from '@/ui/DataTable';
import { SearchField } from '@/ui/SearchField';
import { FilterChips } from '../FilterChips';
import { type InstanceFilters, isFiltered, NO_FILTERS } from '../instance-filters';
import { changePicked, type Picked } from './picked-instance';
import { PasteDialog } from './PasteDialog';
import { PickerCounter } from './PickerCounter';
import { PickerFoot } from './PickerFoot';
import { PickerPlaceholder } from './PickerPlaceholder';
import { PickerTroubles, PickRefused } from './PickerTroubles';
import { PickMatching } from './PickMatching';
import { SelectedList } from './SelectedList';
import { usePickerColumns } from './use-picker-columns';
import { type PickerRow, usePickerRows } from './use-picker-rows';
import { canBePicked, type PickFor } from './verdict';
import { useVerdictWords } from './verdict-words';

export interface InstancePickerProps {
  region: string;
  /** What is to run on them; null: they are wanted for something else, and any can be picked. */
  commandType: PickFor;
  limits: Limits;
  selected: Picked;
  onChange(next: Picked): void;
  /** The most instances one call takes. */
  maximum: number;
}

/**
 * Picks the instances a command runs on (manual 1.2.2): any page, any search, the selection stays. What cannot run the
 * command is shown with the reason and cannot be picked. Put it in a flex column; the table takes the height left.
 */
export function InstancePicker(props: InstancePickerProps) {
  const { region, commandType, limits, selected, onChange, maximum } = props;
  const { t } = useTranslation('instances');
  const headingId = useId();
  const [filters, setFilters] = useState<InstanceFilters>(NO_FILTERS);
  const [page, setPage] = useState(1);
  const [onlyEligible, setOnlyEligible] = useState(false);
  const [showSelected, setShowSelected] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [refused, setRefused] = useState<number | null>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const { list, agents, rows, total } = usePickerRows(region, filters, page, commandType, limits);
  const columns = usePickerColumns(commandType);
  const wordsOf = useVerdictWords(commandType);
  const filtered = isFiltered(filters);
  const shown = onlyEligible
    ? rows.filter(({ verdict, picked }) => verdict.kind !== 'cannot' || selected.has(picked.instanceId))
    : rows;
  const viewSelected = showSelected && selected.size > 0;

  const filter = (change: Partial<InstanceFilters>) => {
    setFilters({ ...filters, ...change });
    setPage(1);
  };
  const pick = (wanted: ReadonlySet<string>) => {
    const change = changePicked(
      selected,
      wanted,
      rows.map((row) => row.picked),
      maximum,
    );
    setRefused(change.refused);
    if (change.picked) onChange(change.picked);
  };
  const remove = (next: Picked) => {
    setRefused(null);
    onChange(next);
    if (next.size === 0) {
      setShowSelected(false);
      toggle.current?.focus();
    }
  };

  const state = !list.data
    ? list.isError
      ? 'error'
      : 'loading'
    : shown.length > 0
      ? 'ready'
      : rows.length === 0 && !filtered && page === 1
        ? 'empty'
        : 'noMatch';

  return (
    <section aria-labelledby={headingId} className="@container flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-[26px] flex-none items-center gap-3">
        <h2 id={headingId} className="flex-1">
          {t('picker.title')}
        </h2>
        <PickerCounter region={region} count={selected.size} maximum={maximum} />
        <button
          type="button"
          className="-ml-1 rounded-xs text-accent underline underline-offset-2"
          onClick={() => {
            setRefused(null);
            setPasting(true);
          }}
        >
          {t('paste.open')}
        </button>
        <button
          ref={toggle}
          type="button"
          aria-pressed={viewSelected}
          disabled={selected.size === 0}
          className="-ml-1 rounded-xs text-accent underline underline-offset-2 disabled:text-text-disabled disabled:no-underline"
          onClick={() => setShowSelected(!viewSelected)}
        >
          {viewSelected ? t('picker.showAll') : t('picker.showSelected')}
        </button>
      </div>
      {refused === null ? null : <PickRefused count={refused} maximum={maximum} />}
      {viewSelected ? (
        <SelectedList selected={selected} onChange={remove} />
      ) : (
        <>
          <div className="flex flex-none flex-wrap items-center gap-x-2 gap-y-1 pt-2 pb-1">
            <SearchField
              className="min-w-[188px] flex-1 @min-[760px]:max-w-[220px]"
              label={t('filter.search')}
              value={filters.search}
              onValueChange={(search) => {
                // Typed and taken back before it was asked for: the page meanwhile turned to stays.
                if (search !== filters.search) filter({ search });
              }}
            />
            <div className="order-last -ml-2.5 flex basis-full flex-wrap items-center gap-x-1 @min-[760px]:order-none @min-[760px]:ml-0 @min-[760px]:basis-auto">
              <FilterChips region={region} filters={filters} onChange={filter} />
            </div>
            {commandType === null ? null : (
              <Checkbox
                className="ml-auto pl-2"
                label={t('picker.onlyEligible')}
                checked={onlyEligible}
                onCheckedChange={setOnlyEligible}
              />
            )}
          </div>
          {/* Its line is there before it is: the rows must not move under a pointer that is about to choose one. */}
          <div className="min-h-[32px] flex-none">
            {filtered && (total > 0 || list.isPlaceholderData) ? (
              <PickMatching
                key={JSON.stringify([region, commandType, filters])}
                picker={props}
                filters={filters}
                total={list.isPlaceholderData ? null : total}
              />
            ) : null}
          </div>
          <PickerTroubles list={list} agents={agents} />
          <DataTable<PickerRow>
            label={t('picker.table')}
            columns={columns}
            rows={shown}
            rowKey={(row) => row.picked.instanceId}
            state={state}
            placeholder={
              state === 'ready' || state === 'loading' ? null : (
                <PickerPlaceholder
                  state={state}
                  filters={filters}
                  list={list}
                  hidden={rows.length}
                  onShowAll={() => setOnlyEligible(false)}
                  onClear={() => filter(NO_FILTERS)}
                />
              )
            }
            selection={{
              selected: new Set(selected.keys()),
              onChange: pick,
              disabledReason: (row) => {
                // What was picked and cannot run any more can still be taken away.
                if (canBePicked(row.verdict) || selected.has(row.picked.instanceId)) return null;
                const { short, why } = wordsOf(row);
                return [short, why].filter(Boolean).join('. ');
              },
              labelFor: (row) => row.picked.name,
            }}
          />
          <PickerFoot
            page={page}
            shownPage={list.data?.pageNumber ?? page}
            total={total}
            rows={rows}
            areAllFine={commandType === null}
            hidden={rows.length - shown.length}
            search={filters.search}
            filtered={filtered}
            onPage={setPage}
          />
        </>
      )}
      {pasting ? <PasteDialog {...props} onClose={() => setPasting(false)} /> : null}
    </section>
  );
}
