import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import type { DiffRow } from './diff-lines';

const SIGN: Record<DiffRow['kind'], string> = { equal: ' ', removed: '−', added: '+' };
const SIGN_COLOUR: Record<DiffRow['kind'], string> = {
  equal: '',
  removed: 'text-danger',
  added: 'text-ok',
};
export const DIFF_TINT: Record<DiffRow['kind'], string> = {
  equal: '',
  removed: 'bg-danger-subtle',
  added: 'bg-ok-subtle',
};

/** One line with its sign; what changed in it is bold and underlined, so that it reads without colour. */
export function DiffLine({ row, className }: { row: DiffRow; className: string }) {
  const { t } = useTranslation('invocations');
  return (
    <div className={cx('flex', className)} data-kind={row.kind}>
      <span aria-hidden className={cx('w-[2ch] flex-none font-bold', SIGN_COLOUR[row.kind])}>
        {SIGN[row.kind]}
      </span>
      {row.kind === 'equal' ? null : <span className="sr-only">{t(`compare.diff.${row.kind}`)} </span>}
      <span className="min-h-[18px] min-w-0 [unicode-bidi:isolate]">
        {row.parts.map(({ text, changed }, index) =>
          changed ? (
            <b key={index} className="font-bold underline decoration-1 underline-offset-2">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </span>
    </div>
  );
}
