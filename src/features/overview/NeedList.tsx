import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Skeleton } from '@/ui/Skeleton';
import { NeedLine } from './NeedLine';
import type { Need } from './needs';
import type { Pending } from './use-pending';

export interface NeedListProps {
  region: string;
  needs: readonly Need[];
  facts: Pending['facts'];
  /** More may come. */
  isReading: boolean;
  /** Everything was read: nothing is nothing. */
  isWhole: boolean;
}

/** Lines that are always kept, so that the page does not jump; what does not fit is shown when asked for. */
const ROOM = 4;

/** What a person should look at, most urgent first, with what to do about it. */
export function NeedList({ region, needs, facts, isReading, isWhole }: NeedListProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || needs.length <= ROOM ? needs : needs.slice(0, ROOM - 1);
  const hidden = needs.length - shown.length;
  const waiting = isReading ? Math.max(0, ROOM - needs.length) : 0;
  return (
    <ul
      aria-label={t('need.title')}
      aria-busy={isReading}
      className="min-h-[calc(4*var(--line-need)+10px)] rounded-md bg-panel px-1.5 py-[5px] forced-colors:border"
    >
      {shown.map((need) => (
        <NeedLine key={keyOf(need)} region={region} need={need} facts={facts} />
      ))}
      {Array.from({ length: waiting }, (_, index) => (
        <li key={index} className="flex h-(--line-need) items-center pl-2.5" aria-hidden>
          <Skeleton width={`${[62, 48, 56, 40][index]}%`} />
        </li>
      ))}
      {hidden > 0 ? (
        <li className="flex h-(--line-need) items-center pl-[28px]">
          <Button size="sm" variant="quiet" icon={ChevronDown} onClick={() => setOpen(true)}>
            {t('need.show', { count: hidden, number: format.number(hidden) })}
          </Button>
        </li>
      ) : null}
      {needs.length === 0 && !isReading ? (
        <li className="flex min-h-(--line-need) items-center pl-2.5 text-text-muted">
          {t(isWhole ? 'need.none' : 'need.noneRead')}
        </li>
      ) : null}
    </ul>
  );
}

function keyOf(need: Need): string {
  if (need.kind === 'events') return `events ${need.what}`;
  if (need.kind === 'held') return `held ${need.plan.id}`;
  return need.kind === 'quota' ? `quota ${need.quota}` : need.kind;
}
