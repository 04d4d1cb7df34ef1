import { Layers } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { Note } from '@/ui/Note';
import { Time } from '@/ui/Time';
import { useNow } from '@/ui/use-now';
import { batchRunPath } from './batch-paths';
import { stepOf } from './plan';
import { useHeadline } from './use-headline';
import { usePlans } from './use-plans';

const MOST = 3;
/** How long a run that ended is still offered. */
const RECENT_MS = 24 * 3_600_000;

/** Runs in batches of this browser, the unfinished ones and those of the last day; nothing when there are none. */
export function BatchRunsNote({ region }: { region: string }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const headline = useHeadline();
  const now = useNow(null);
  const plans = usePlans(region).filter(
    (plan) => stepOf(plan).kind !== 'done' || now - plan.createdAt < RECENT_MS,
  );
  if (plans.length === 0) return null;
  return (
    <Note tone="neutral" icon={Layers} className="mb-2.5 flex-none">
      <ul aria-label={t('note.title')}>
        {plans.slice(0, MOST).map((plan) => (
          <li key={plan.id} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <Link to={batchRunPath(region, plan.id)} className="inline-link font-medium">
              {t('note.run', {
                name: plan.name || t('script'),
                count: plan.batches.length,
                number: format.number(plan.batches.length),
              })}
            </Link>
            <span>{headline(plan).join(' · ')}</span>
            <span className="text-text-muted">
              <Time at={plan.createdAt} form="relative" />
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
