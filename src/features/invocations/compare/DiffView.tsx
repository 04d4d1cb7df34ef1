import { UnfoldVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { diffBlocks, shownBlocks, splitRows } from './diff-blocks';
import { DIFF_TINT, DiffLine } from './DiffLine';
import type { DiffRow, OutputDiff } from './diff-lines';

export interface DiffViewProps {
  label: string;
  diff: OutputDiff;
  isSplit: boolean;
  /** Who gave the one output and the other, in words. */
  base: string;
  other: string;
  /** Said when the outputs have no difference. */
  same: string;
  /** Whether some of the text stands masked. */
  isMasked: boolean;
}

/** Rows rendered before a press on "more". */
const ROWS_AT_FIRST = 300;

/** The difference of two outputs, in one column or two; long equal stretches are folded. */
export function DiffView({ label, diff, isSplit, base, other, same, isMasked }: DiffViewProps) {
  const { t } = useTranslation('invocations');
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [limit, setLimit] = useState(ROWS_AT_FIRST);
  const blocks = useMemo(() => diffBlocks(diff.rows), [diff]);
  const hasNone = diff.removed + diff.added === 0;

  const { shown, left } = useMemo(() => shownBlocks(blocks, unfolded, limit), [blocks, unfolded, limit]);
  const Rows = isSplit ? SplitRows : UnifiedRows;

  return (
    <div
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="code-block min-h-[72px] rounded-md! px-0!"
    >
      <div className={cx(!isSplit && 'w-max min-w-full')}>
        <div
          className={cx('px-3 pb-0.5 text-text-subtle', isSplit ? 'grid grid-cols-2 gap-3' : 'flex gap-6')}
        >
          <span className="truncate">{base}</span>
          <span className="truncate">{other}</span>
        </div>
        {hasNone ? <p className="px-3 font-sans whitespace-normal">{same}</p> : null}
        {diff.coarse ? (
          <p className="px-3 font-sans whitespace-normal text-warn">{t('compare.diff.coarse')}</p>
        ) : null}
        {shown.map(({ index, rows, isFolded }) =>
          isFolded ? (
            <button
              key={index}
              type="button"
              className="flex w-full items-center gap-1.5 px-3 py-0.5 text-left font-sans text-xs text-text-subtle outline-offset-[-2px]! hover:bg-hover hover:text-text"
              onClick={() => setUnfolded(new Set([...unfolded, index]))}
            >
              <UnfoldVertical className="size-3" aria-hidden />
              {t('compare.diff.equal', { count: rows.length })}
            </button>
          ) : (
            <Rows key={index} rows={rows} />
          ),
        )}
        {left > 0 ? (
          <Button
            className="mx-2 mt-1 font-sans"
            size="sm"
            variant="quiet"
            onClick={() => setLimit(Infinity)}
          >
            {t('compare.diff.more', { count: left })}
          </Button>
        ) : null}
        {diff.leftOut > 0 ? (
          <p className="px-3 font-sans whitespace-normal text-warn">
            {t('compare.diff.leftOut', { count: diff.leftOut })}
          </p>
        ) : null}
        {isMasked ? (
          <p className="px-3 pt-1 font-sans text-xs whitespace-normal text-text-muted">
            {t('compare.diff.masked')}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function UnifiedRows({ rows }: { rows: readonly DiffRow[] }) {
  return rows.map((row) => (
    <DiffLine key={`${row.base} ${row.other}`} row={row} className={cx('px-1.5', DIFF_TINT[row.kind])} />
  ));
}

function SplitRows({ rows }: { rows: readonly DiffRow[] }) {
  return splitRows(rows).map(({ base, other }) => (
    <div key={`${base?.base} ${other?.other}`} className="grid grid-cols-2">
      {[base, other].map((row, side) =>
        row ? (
          <DiffLine
            key={side}
            row={row}
            className={cx('px-1.5 break-all whitespace-pre-wrap', DIFF_TINT[row.kind])}
          />
        ) : (
          <span key={side} className="bg-hover" />
        ),
      )}
    </div>
  ));
}
