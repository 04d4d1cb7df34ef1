import { useTranslation } from '@/i18n/use-translation';
import type { ItemOutcome } from '@/domain/engine-status';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { SOLID } from '@/ui/tones';
import { ITEM_LOOK } from '../engine-look';

/** How the instances stand, as parts of all of them; those whose turn has not come leave the bar open. */
export function EngineBar({ counts }: { counts: readonly { outcome: ItemOutcome; count: number }[] }) {
  const { t } = useTranslation('engine');
  const { number, list } = useFormat();
  const open = counts.find(({ outcome }) => outcome === 'pending');
  const parts = counts.filter(({ outcome }) => outcome !== 'pending');
  return (
    <div
      role="img"
      aria-label={list(counts.map(({ outcome, count }) => `${number(count)} ${t(`item.${outcome}`)}`))}
      className="flex h-2.5 flex-none gap-0.5 overflow-hidden rounded-xs bg-neutral-subtle forced-colors:border"
    >
      {parts.map(({ outcome, count }) => (
        <span
          key={outcome}
          className={cx('block h-full min-w-[1%] forced-color-adjust-none', SOLID[ITEM_LOOK[outcome].tone])}
          style={{ flexGrow: count, flexBasis: 0 }}
        />
      ))}
      {open ? <span style={{ flexGrow: open.count, flexBasis: 0 }} /> : null}
    </div>
  );
}
