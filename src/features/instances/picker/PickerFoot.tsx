import { useTranslation } from '@/i18n/use-translation';
import { HelpLink } from '@/features/help';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Pager } from '@/ui/Pager';
import { PAGE_SIZE, type PickerRow } from './use-picker-rows';
import { canBePicked } from './verdict';

export interface PickerFootProps {
  page: number;
  /** The page the rows are of: while another loads, the one before. */
  shownPage: number;
  total: number;
  rows: readonly PickerRow[];
  /** Nothing is to run: all of them can be picked, and none needs to be told. */
  areAllFine: boolean;
  /** Rows of the page left out because they cannot run. */
  hidden: number;
  search: string;
  filtered: boolean;
  onPage(page: number): void;
}

/** "1–20 of 41 that match web; here 9 can run, 11 cannot", and the pages. */
export function PickerFoot({
  page,
  shownPage,
  total,
  rows,
  areAllFine,
  hidden,
  search,
  filtered,
  onPage,
}: PickerFootProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const first = (shownPage - 1) * PAGE_SIZE + 1;
  const can = rows.filter((row) => canBePicked(row.verdict)).length;
  const cannot = rows.filter((row) => row.verdict.kind === 'cannot').length;
  const checking = rows.length - can - cannot;
  const range = {
    first: format.number(first),
    last: format.number(first + rows.length - 1),
    total: format.number(total),
    search: search.trim(),
  };
  return (
    <div className="flex h-9 flex-none items-center gap-3 text-text-muted">
      <span role="status" className="min-w-0 truncate">
        {rows.length === 0 ? null : (
          <>
            <Rich
              text={t(range.search ? 'foot.matchSearch' : filtered ? 'foot.match' : 'foot.range', range)}
              parts={{ b: <b className="text-text" /> }}
            />
            {areAllFine
              ? null
              : checking > 0
                ? t('foot.checking')
                : hidden > 0
                  ? t('foot.hidden', { count: hidden, can: format.number(can) })
                  : t('foot.verdict', { can: format.number(can), cannot: format.number(cannot) })}
          </>
        )}
      </span>
      {cannot > 0 ? <HelpLink topic="disabled" /> : null}
      <Pager
        // Its own range is said above, in more words.
        className="ml-auto h-9! [&>:first-child]:hidden"
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        onPage={onPage}
      />
    </div>
  );
}
